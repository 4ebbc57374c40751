/** GET /visits/:visit/claim: one page to confirm name and e-mail, decide on the grade, and consent. */
import type { Request, RequestHandler, Response } from 'express';
import type { Award } from '../../../domain/awards/award.js';
import { carriedGrade } from '../../../domain/awards/carried-grade.js';
import type { MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import { textIn } from '../../../shared/language-map.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { institutionOfVisit } from '../credential/credential-of-visit.js';
import { wordsIn } from '../words-of.js';
import { awardOfVisit } from './award-of-visit.js';

export function showClaim(services: WebServices): RequestHandler {
  return async (req, res) => {
    const found = await awardOfVisit(services, req);
    const path = `/visits/${visitOf(req).id}`;
    if (!found) res.redirect(303, `${path}/progress`);
    else if (found.award.state !== 'offered') res.redirect(303, `${path}/award`);
    else await renderClaim(services, req, res, found, {});
  };
}

export type ClaimValues = { name?: string; email?: string; carryGrade?: string; consent?: string };

/** `faults`: field -> fault word of learner.json. What was typed stays. */
export async function renderClaim(
  services: WebServices,
  req: Request,
  res: Response,
  { award, microCredential }: { award: Award; microCredential: MicroCredential },
  page: { values?: ClaimValues; faults?: Record<string, string> },
): Promise<void> {
  const words = wordsIn(req, 'learner');
  const { person } = visitOf(req);
  const institution = await institutionOfVisit(services, req);
  const definition = microCredential.versions.find(({ number }) => number === award.version)?.definition;
  const grade = definition?.gradeMayBeCarried ? carriedGrade(award.basis) : undefined;
  const faults = Object.entries(page.faults ?? {}).map(([field, text]) => ({ field, text }));
  res.status(faults.length > 0 ? 422 : 200).render('claim', {
    title: definition ? textIn(definition.title, req.language, definition.language) : '',
    titleLang: definition?.language === req.language ? undefined : definition?.language,
    person,
    fromLms: person.name !== undefined || person.email !== undefined,
    grade,
    gradeLabel: grade && words('claim.gradeCarry', { score: grade.score, maximum: grade.maximum }),
    consentLabel: words('claim.consent', { institution: institution.legalName }),
    values: page.values ?? {},
    errors: page.faults ?? {},
    faults: faults.length > 0 ? faults : undefined,
  });
}
