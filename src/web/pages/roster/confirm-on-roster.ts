/** POST /visits/:visit/roster/confirm: an examiner confirms a learner, or withdraws it, with a reason. */
import type { RequestHandler } from 'express';
import { confirmLearner } from '../../../domain/evidence/confirm-learner.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { neededMicroCredential } from '../credential/credential-of-visit.js';
import { wordsIn } from '../words-of.js';
import { renderRoster } from './show-roster.js';

export function confirmOnRoster(services: WebServices): RequestHandler {
  return async (req, res) => {
    const microCredential = await neededMicroCredential(services, req);
    const version = microCredential.versions.at(-1);
    if (!version) throw new Problem('micro-credential-not-published');
    const subject = formText(req, 'subject');
    const confirmed = formText(req, 'confirmed') === 'yes';
    try {
      await confirmLearner(services, {
        visit: visitOf(req),
        microCredential,
        version: version.number,
        subject,
        confirmed,
        reason: formText(req, 'reason'),
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'request-invalid') throw error;
      await renderRoster(services, req, res, {
        fault: wordsIn(req, 'course')('roster.reasonMissing'),
        faultSubject: subject,
      });
      return;
    }
    const done = confirmed ? 'confirmed' : 'withdrawn';
    res.redirect(303, `/visits/${visitOf(req).id}/roster?done=${done}&who=${encodeURIComponent(subject)}`);
  };
}
