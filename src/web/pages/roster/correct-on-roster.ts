/** /visits/:visit/roster/correct/:award: says what a correction means, asks for the reason, then offers it to the learner. */
import type { Request, RequestHandler, Response } from 'express';
import type { Award } from '../../../domain/awards/award.js';
import { canBeCorrected, correctAward } from '../../../domain/awards/correct-award.js';
import { currentVersion } from '../../../domain/micro-credentials/micro-credential.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf } from '../../forms/form-view.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { neededMicroCredential } from '../credential/credential-of-visit.js';
import { wordsIn } from '../words-of.js';
import { awardOfCourse, nameOfHolder } from './award-of-course.js';
import { rosterTelling } from './suspend-on-roster.js';
import { willBeTold } from './will-be-told.js';

export function showCorrect(services: WebServices): RequestHandler {
  return async (req, res) => {
    const award = await awardOfCourse(services, req);
    // what cannot be corrected (any more) is told by the list
    if (!canBeCorrected(award, services.clock()))
      res.redirect(303, rosterTelling(req, award, services.clock()));
    else await renderCorrect(services, req, res, award, {});
  };
}

export function correctOnRoster(services: WebServices): RequestHandler {
  return async (req, res) => {
    const award = await awardOfCourse(services, req);
    const reason = formText(req, 'reason');
    const newest = formText(req, 'version') === 'newest';
    const choosesGrade = formText(req, 'choosesGrade') === 'yes';
    const again = (status: number, fault: Fault, gradeChoice = choosesGrade): Promise<void> =>
      renderCorrect(services, req, res.status(status), award, {
        fault,
        reason,
        newest,
        choosesGrade,
        gradeChoice,
      });
    const words = wordsIn(req, 'course');
    try {
      const version = newest ? await newestVersion(services, req) : award.version;
      const visit = visitOf(req);
      await correctAward(services, { awardId: award.id, visit, version, reason, choosesGrade });
    } catch (error) {
      if (faultsOf(error)['reason']) {
        await again(422, { field: 'reason', text: words('roster.reasonMissing') });
        return;
      }
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'rule-not-met') {
        await again(409, { field: 'version', text: words('roster.newestNotMet') });
      } else if (error.code === 'correction-changes-nothing') {
        const gradeChoice = error.facts['gradeChoice'] === true;
        const field = gradeChoice ? 'choosesGrade' : 'reason';
        await again(409, { field, text: words('roster.correctionChangesNothing') }, gradeChoice);
      } else if (error.code === 'award-move-not-allowed') {
        // suspended, revoked or superseded meanwhile: the list says so
        const now = (await services.awards.byId(award.id)) ?? award;
        res.redirect(303, rosterTelling(req, now, services.clock()));
      } else throw error;
      return;
    }
    const who = encodeURIComponent(award.subject);
    res.redirect(303, `/visits/${visitOf(req).id}/roster?done=correctionOffer&who=${who}`);
  };
}

/** @throws Problem micro-credential-not-published */
async function newestVersion(services: WebServices, req: Request): Promise<number> {
  const version = currentVersion(await neededMicroCredential(services, req));
  if (!version) throw new Problem('micro-credential-not-published');
  return version.number;
}

interface Fault {
  field: string;
  text: string;
}

/** The status is the caller's. */
async function renderCorrect(
  services: WebServices,
  req: Request,
  res: Response,
  award: Award,
  page: {
    fault?: Fault;
    reason?: string;
    newest?: boolean;
    /** The learner could choose anew whether the grade shows. */
    gradeChoice?: boolean;
    choosesGrade?: boolean;
  },
): Promise<void> {
  const words = wordsIn(req, 'course');
  const { fault, newest = false } = page;
  const current = currentVersion(await neededMicroCredential(services, req));
  const options = [
    { value: 'same', text: words('roster.sameVersion', { number: award.version }), checked: !newest },
    { value: 'newest', text: words('roster.newestVersion', { number: current?.number }), checked: newest },
  ];
  res.render('correct-award', {
    title: words('roster.correctTitle', { name: nameOfHolder(req, award) }),
    told: await willBeTold(services, req, award),
    awardId: award.id,
    version: current &&
      current.number > award.version && {
        name: 'version',
        label: words('roster.correctVersion'),
        error: fault?.field === 'version' ? fault.text : undefined,
        options,
      },
    gradeChoice: page.gradeChoice,
    choosesGrade: page.choosesGrade,
    gradeFault: fault?.field === 'choosesGrade' ? fault.text : undefined,
    reason: page.reason,
    fault: fault?.field === 'reason' ? fault.text : undefined,
    errors: fault && [fault],
  });
}
