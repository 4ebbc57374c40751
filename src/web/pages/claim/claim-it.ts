/** POST /visits/:visit/claim: the learner claims; a second click gives the same award. */
import type { Request, RequestHandler, Response } from 'express';
import { claimAward } from '../../../domain/awards/claim-award.js';
import { askToWrite } from '../../../domain/checks/ask-to-write.js';
import { toldByLms } from '../../../domain/awards/confirmed-identity.js';
import type { RuleResult } from '../../../domain/evidence/verdict.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf } from '../../forms/form-view.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { renderProgress } from '../progress/show-progress.js';
import { wordsIn } from '../words-of.js';
import { onAwardToClaim, type OwnAward } from './award-of-visit.js';
import { renderClaim, type ClaimPage } from './show-claim.js';

export function claimIt(services: WebServices): RequestHandler {
  return onAwardToClaim(services, async (req, res, own) => {
    const values = {
      name: formText(req, 'name'),
      email: formText(req, 'email'),
      carryGrade: formText(req, 'carryGrade'),
      consent: formText(req, 'consent'),
    };
    try {
      await claimAward(services, {
        awardId: own.award.id,
        visit: visitOf(req),
        name: values.name,
        email: values.email,
        carryGrade: values.carryGrade === 'yes',
        consent: values.consent === 'yes',
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await explainRefusal(services, req, res, { own, values, problem: error });
      return;
    }
    await askToWrite(services, own.award);
    res.redirect(303, `/visits/${visitOf(req).id}/award`);
  });
}

interface Refusal {
  own: OwnAward;
  values: NonNullable<ClaimPage['values']>;
  problem: Problem;
}

/** What the learner can mend or has to know is told on the page that it belongs to. @throws the problem where it is no such */
async function explainRefusal(
  services: WebServices,
  req: Request,
  res: Response,
  { own, values, problem }: Refusal,
): Promise<void> {
  const words = wordsIn(req, 'learner');
  const faults = faultsInWords(req, faultsOf(problem));
  if (faults.length > 0) {
    await renderClaim(services, req, res.status(422), own, { values, faults });
  } else if (problem.code === 'award-already-claimed') {
    const field = toldByLms(visitOf(req).person).email === undefined ? 'email' : 'main';
    const claimed = { field, text: words('claim.fault.claimedElsewhere') };
    await renderClaim(services, req, res.status(409), own, { values, faults: [claimed] });
  } else if (problem.code === 'rule-not-met') {
    const { number, definition } = own.version;
    const version = { id: own.microCredential.id, number, definition };
    const result = problem.facts['result'] as RuleResult;
    await renderProgress(services, req, res.status(409), version, {
      result,
      message: words('progress.noLongerMet'),
    });
  } else if (problem.code === 'award-move-not-allowed') {
    // Taken back or revoked meanwhile: the page of the award, or the progress, says so.
    res.redirect(303, `/visits/${visitOf(req).id}/award`);
  } else throw problem;
}

/** In the order of the form. */
function faultsInWords(req: Request, faults: Record<string, string>): { field: string; text: string }[] {
  const words = wordsIn(req, 'learner');
  return ['name', 'email', 'consent']
    .filter((field) => faults[field])
    .map((field) => ({
      field,
      text: words(faults[field] === 'too-long' ? `claim.fault.${field}TooLong` : `claim.fault.${field}`),
    }));
}
