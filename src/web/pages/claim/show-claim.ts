/** GET /visits/:visit/claim: one page to confirm name and e-mail, decide on the grade, and consent. */
import type { Request, RequestHandler, Response } from 'express';
import type { CarriedGrades } from '../../../domain/awards/carried-grade.js';
import { toldByLms } from '../../../domain/awards/confirmed-identity.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { askedByPage, type AskedByPage } from '../asked-by-page.js';
import { institutionOfVisit } from '../credential/credential-of-visit.js';
import { outcomeGradeLines } from '../outcome-grade-lines.js';
import { numberIn, wordsIn, writtenText } from '../words-of.js';
import { onAwardToClaim, type OwnAward } from './award-of-visit.js';
import { gradesToCarry } from './grade-to-carry.js';

export function showClaim(services: WebServices): RequestHandler {
  return onAwardToClaim(services, async (req, res, own) => {
    if (own.award.state === 'offered') await renderClaim(services, req, res, own, {});
    else res.redirect(303, `/visits/${visitOf(req).id}/award`);
  });
}

export interface ClaimPage {
  /** What was typed and ticked stays. */
  values?: { name?: string; email?: string; carryGrade?: string; consent?: string };
  /** In words, in the order of the form. */
  faults?: { field: string; text: string }[];
}

/** The status is the caller's. */
export async function renderClaim(
  services: WebServices,
  req: Request,
  res: Response,
  own: OwnAward,
  { values = {}, faults = [] }: ClaimPage,
): Promise<void> {
  const { definition } = own.version;
  const words = wordsIn(req, 'learner');
  const number = numberIn(req);
  const told = toldByLms(visitOf(req).person);
  const institution = await institutionOfVisit(services, req);
  const asked = askedByPage(services, req);
  const grades = await gradesToCarry(asked.services, req, own);
  const { grade, outcomeGrades } = grades;
  const typed = (name: 'name' | 'email') => ({
    name,
    label: words(`claim.${name}`),
    hint: words(name === 'name' ? 'claim.typeName' : 'claim.typeEmail'),
    value: values[name],
    error: faults.find(({ field }) => field === name)?.text,
  });
  res.render('claim', {
    title: words('claim.title'),
    credential: writtenText(req, definition.title, definition.language),
    corrects: own.award.correction && words('claim.corrects', { reason: own.award.correction.reason }),
    goesOnNaming: own.corrected?.public === true && words('claim.goesOnNaming'),
    told,
    toldAny: told.name !== undefined || told.email !== undefined,
    nameField: told.name === undefined ? typed('name') : undefined,
    emailField: told.email === undefined ? typed('email') : undefined,
    gradeLabel: grade
      ? words('claim.gradeCarry', { score: number(grade.score), maximum: number(grade.maximum) })
      : outcomeGrades && words('claim.gradesCarry'),
    outcomeGrades: outcomeGradeLines(req, definition, outcomeGrades),
    untoldGrade: grades.untold && untoldGrade(req, asked, grades),
    carryGrade: values.carryGrade === 'yes',
    consentLabel: words('claim.consent', { institution: institution.legalName }),
    consentError: faults.find(({ field }) => field === 'consent')?.text,
    consent: values.consent === 'yes',
    errors: faults,
  });
}

/** Why no grade can be shown, or one that may be old; and what follows. */
function untoldGrade(req: Request, asked: AskedByPage, { grade, outcomeGrades }: CarriedGrades) {
  const words = wordsIn(req, 'learner');
  const noAnswer = asked.noAnswer(words, 'claim.gradeNoAnswer');
  const { text, longer } = noAnswer ?? { text: words('claim.gradeUntold'), longer: undefined };
  const follows = words(grade || outcomeGrades ? 'claim.gradeOfOffer' : 'claim.gradeLater');
  return { text: `${text} ${follows}`, longer };
}
