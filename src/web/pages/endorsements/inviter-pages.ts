/**
 * The pages of whoever invites, a teacher in a course or an administrator: the list with the form of an invitation, and one endorsement
 * with what can be decided on it. The link of an invitation is shown in the answer that made it, and never again.
 */
import type { Request, Response, Router } from 'express';
import { decideOnEndorsement, decisions } from '../../../domain/invitations/decide-on-endorsement.js';
import { endorsementOf } from '../../../domain/invitations/endorsements-in-scope.js';
import { invite } from '../../../domain/invitations/invite.js';
import { formProblem } from '../../../shared/field-faults.js';
import { looksLikeId } from '../../../shared/ids.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf } from '../../forms/form-view.js';
import { logOf } from '../../middleware/request-log.js';
import type { WebServices } from '../../web-services.js';
import type { Inviting } from './inviting.js';
import { renderEndorsements, renderOneEndorsement } from './render-endorsements.js';

/** @param path below the router, as Express reads it */
export function addInviterPages(
  router: Router,
  path: string,
  services: WebServices,
  invitingOf: (req: Request) => Promise<Inviting>,
): void {
  router.get(path, async (req, res) => renderEndorsements(services, req, res, await invitingOf(req)));
  router.post(path, async (req, res) => makeInvitation(services, req, res, await invitingOf(req)));

  router.get(`${path}/:endorsement`, async (req, res) => {
    const inviting = await invitingOf(req);
    const endorsement = await endorsementOf(services, inviting.scope, String(req.params['endorsement']));
    await renderOneEndorsement(services, req, res, { inviting, endorsement });
  });
  router.post(`${path}/:endorsement`, async (req, res) => {
    const { scope, path: list } = await invitingOf(req);
    const decision = decisions.find((one) => one === formText(req, 'decision'));
    if (!decision) throw formProblem({ decision: 'unknown-choice' });
    const id = String(req.params['endorsement']);
    await decideOnEndorsement(services, { scope, id, decision });
    logOf(req).info({ decision }, 'endorsement decided on');
    res.redirect(303, `${list}?done=${decision}`);
  });
}

async function makeInvitation(
  services: WebServices,
  req: Request,
  res: Response,
  inviting: Inviting,
): Promise<void> {
  const { about, courseId, by } = inviting;
  const form = {
    invited: formText(req, 'invited'),
    email: formText(req, 'email'),
    days: Number(formText(req, 'days')),
  };
  try {
    if (!about) throw formProblem({ invited: 'invalid' });
    const once = formText(req, 'once');
    const { link, mailed } = await invite(services, {
      ...{ about, courseId, by, form, language: req.language },
      once: looksLikeId(once) ? once : undefined,
    });
    logOf(req).info({ mailed }, 'invitation made');
    const made = { invited: form.invited.trim(), link: mailed === 'sent' ? undefined : link, mailed };
    await renderEndorsements(services, req, res, inviting, { made });
  } catch (problem) {
    // loaded again: the link of the first time stays good, and no second message is sent
    if (problem instanceof Problem && problem.code === 'duplicate') {
      await renderEndorsements(services, req, res.status(409), inviting, { isRepeated: true });
      return;
    }
    const faults = faultsOf(problem);
    if (Object.keys(faults).length === 0) throw problem;
    const values = { ...form, days: String(form.days) };
    await renderEndorsements(services, req, res.status(422), inviting, { values, faults });
  }
}
