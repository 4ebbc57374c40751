/** POST /visits/:visit/claim: the learner claims; a second click gives the same award. */
import type { Request, RequestHandler } from 'express';
import { claimAward } from '../../../domain/awards/claim-award.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf } from '../../forms/form-view.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';
import { onOwnAward } from './award-of-visit.js';
import { renderClaim } from './show-claim.js';

export function claimIt(services: WebServices): RequestHandler {
  return onOwnAward(services, async (req, res, own) => {
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
      const faults = faultsInWords(req, faultsOf(error));
      if (faults.length === 0) throw error;
      await renderClaim(services, req, res, own, { values, faults });
      return;
    }
    res.redirect(303, `/visits/${visitOf(req).id}/award`);
  });
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
