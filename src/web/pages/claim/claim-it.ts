/** POST /visits/:visit/claim: the learner claims; a second click gives the same award. */
import type { RequestHandler } from 'express';
import { claimAward } from '../../../domain/awards/claim-award.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';
import { awardOfVisit } from './award-of-visit.js';
import { renderClaim } from './show-claim.js';

const faultKeys: Record<string, string> = {
  name: 'claim.faultName',
  email: 'claim.faultEmail',
  consent: 'claim.faultConsent',
};

export function claimIt(services: WebServices): RequestHandler {
  return async (req, res) => {
    const path = `/visits/${visitOf(req).id}`;
    const found = await awardOfVisit(services, req);
    if (!found) {
      res.redirect(303, `${path}/progress`);
      return;
    }
    const values = {
      name: formText(req, 'name'),
      email: formText(req, 'email'),
      carryGrade: formText(req, 'carryGrade'),
      consent: formText(req, 'consent'),
    };
    try {
      await claimAward(services, {
        awardId: found.award.id,
        visit: visitOf(req),
        name: values.name,
        email: values.email,
        carryGrade: values.carryGrade === 'yes',
        consent: values.consent === 'yes',
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'request-invalid') throw error;
      const words = wordsIn(req, 'learner');
      const fields = Object.keys((error.facts['fields'] ?? {}) as Record<string, string>);
      const faults = Object.fromEntries(
        fields.map((field) => [field, words(faultKeys[field] ?? 'claim.faultName')]),
      );
      await renderClaim(services, req, res, found, { values, faults });
      return;
    }
    res.redirect(303, `${path}/award`);
  };
}
