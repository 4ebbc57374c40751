/**
 * /visits/:visit/roster/jury: what a jury decided on a learner's portfolio. A teacher records it, or withdraws it; the learner is named
 * as in the list, ?who=<subject>.
 */
import type { Request, RequestHandler, Response } from 'express';
import { askCheckNow } from '../../../domain/checks/ask-check-now.js';
import type { JuryInput } from '../../../domain/evidence/jury-input.js';
import { recordJuryDecision, withdrawJuryDecision } from '../../../domain/evidence/record-jury-decision.js';
import { currentVersion } from '../../../domain/micro-credentials/micro-credential.js';
import { Problem } from '../../../shared/problem.js';
import { formFields, formText } from '../../forms/form-body.js';
import { faultsOf } from '../../forms/form-view.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { neededMicroCredential } from '../credential/credential-of-visit.js';
import { juryFields, mayRecordJury, renderJury, type JuryPage } from './render-jury.js';

export function showJury(services: WebServices): RequestHandler {
  return async (req, res) => {
    const { who } = req.query;
    if (typeof who !== 'string' || who === '') throw new Problem('not-found', { detail: 'learner' });
    await renderJury(services, req, res, await pageOf(services, req, who));
  };
}

export function recordJury(services: WebServices): RequestHandler {
  return decided(services, 'recorded', async (page) => {
    const { subject, visit, microCredential, version, values } = page;
    const { mayBeNamed, ...texts } = values;
    // which it is, the deed checks
    const decision = { ...texts, mayBeNamed: mayBeNamed === 'yes' } as JuryInput;
    await recordJuryDecision(services, { visit, microCredential, version, subject, decision });
  });
}

export function withdrawJury(services: WebServices): RequestHandler {
  return decided(services, 'withdrawn', async (page) => {
    const { subject, visit, microCredential, version, reason } = page;
    await withdrawJuryDecision(services, { visit, microCredential, version, subject, reason });
  });
}

type Sent = JuryPage & { values: Record<(typeof juryFields)[number], string>; reason: string };

function decided(
  services: WebServices,
  done: 'recorded' | 'withdrawn',
  deed: (page: Sent) => Promise<void>,
): RequestHandler {
  return async (req: Request, res: Response) => {
    const subject = formText(req, 'subject');
    const sent = {
      ...(await pageOf(services, req, subject)),
      values: formFields(req, juryFields),
      reason: formText(req, 'reason'),
    };
    // what was shown is meant: what one version asks for proves nothing of the next
    const changed = formText(req, 'version') !== String(sent.version);
    if (changed || !(await mayRecordJury(services, sent))) {
      await renderJury(services, req, res.status(409), { ...sent, changed });
      return;
    }
    try {
      await deed(sent);
    } catch (error) {
      const faults = faultsOf(error);
      if (Object.keys(faults).length === 0 || faults['subject']) throw error;
      await renderJury(services, req, res.status(422), { ...sent, faults });
      return;
    }
    await askCheckNow(services, sent);
    const query = new URLSearchParams({ done: `jury-${done}`, who: subject });
    res.redirect(303, `/visits/${sent.visit.id}/roster?${query.toString()}`);
  };
}

/** @throws Problem micro-credential-not-published */
async function pageOf(services: WebServices, req: Request, subject: string): Promise<JuryPage> {
  const microCredential = await neededMicroCredential(services, req);
  const version = currentVersion(microCredential)?.number;
  if (version === undefined) throw new Problem('micro-credential-not-published');
  return { subject, visit: visitOf(req), microCredential, version };
}
