/** POST /visits/:visit/roster/confirm: an examiner confirms a learner, or withdraws it, with a reason. */
import type { RequestHandler } from 'express';
import { askCheckNow } from '../../../domain/checks/ask-check-now.js';
import { confirmLearner } from '../../../domain/evidence/confirm-learner.js';
import { currentVersion } from '../../../domain/micro-credentials/micro-credential.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf } from '../../forms/form-view.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { neededMicroCredential } from '../credential/credential-of-visit.js';
import { wordsIn } from '../words-of.js';
import { askedInForm, queryOf } from './roster-question.js';
import { renderRoster } from './show-roster.js';

export function confirmOnRoster(services: WebServices): RequestHandler {
  return async (req, res) => {
    const microCredential = await neededMicroCredential(services, req);
    const version = currentVersion(microCredential);
    if (!version) throw new Problem('micro-credential-not-published');
    const subject = formText(req, 'subject');
    const reason = formText(req, 'reason');
    const confirmed = formText(req, 'confirmed') === 'yes';
    const visit = visitOf(req);
    try {
      await confirmLearner(services, {
        visit,
        microCredential,
        version: version.number,
        subject,
        confirmed,
        reason,
      });
    } catch (error) {
      const faults = faultsOf(error);
      const key = faults['subject'] ? whyNot(faults['subject']) : faults['reason'] && 'roster.reasonMissing';
      if (!key) throw error;
      await renderRoster(services, req, res, { subject, reason, text: wordsIn(req, 'course')(key) });
      return;
    }
    await askCheckNow(services, { visit, microCredential });
    const query = new URLSearchParams(queryOf(askedInForm(req)));
    query.set('done', confirmed ? 'confirmed' : 'withdrawn');
    query.set('who', subject);
    res.redirect(303, `/visits/${visit.id}/roster?${query.toString()}`);
  };
}

const whyNot = (fault: string): string =>
  fault === 'taught-here' ? 'roster.notALearner' : 'roster.notInCourse';
