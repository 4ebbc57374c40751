/** POST /visits/:visit/roster/confirm: an examiner confirms a learner, or withdraws it, with a reason. */
import type { Request, RequestHandler } from 'express';
import { askCheckNow } from '../../../domain/checks/ask-check-now.js';
import { confirmLearner } from '../../../domain/offers/confirm-learner.js';
import { currentVersion, type MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import { formProblem } from '../../../shared/field-faults.js';
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
    if (!currentVersion(microCredential)) throw new Problem('micro-credential-not-published');
    const subject = formText(req, 'subject');
    const reason = formText(req, 'reason');
    const confirmed = formText(req, 'confirmed') === 'yes';
    const visit = visitOf(req);
    try {
      await confirmLearner(services, {
        visit,
        microCredential,
        version: versionIn(req, microCredential),
        subject,
        confirmed,
        reason,
      });
    } catch (error) {
      const faults = faultsOf(error);
      const key = keyOf(faults);
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

/** The version that the form was shown for; a number that is none of a form of before. */
function versionIn(req: Request, { versions }: MicroCredential): number {
  const shown = formText(req, 'version');
  const found = versions.find(({ number }) => String(number) === shown);
  if (!found) throw formProblem({ version: 'changed-since' });
  return found.number;
}

const whyNot: Record<string, string> = {
  'taught-here': 'roster.notALearner',
  'claimed-since': 'roster.claimedSince',
};

function keyOf({ subject, version, reason }: Record<string, string>): string | undefined {
  if (version) return 'roster.versionSince';
  if (subject) return whyNot[subject] ?? 'roster.notInCourse';
  return reason && 'roster.reasonMissing';
}
