/** /visits/:visit/roster/revoke/:award: asks for the reason, says what it means, then revokes; or takes an offer back. */
import type { Request, RequestHandler, Response } from 'express';
import { revokeAward } from '../../../domain/awards/revoke-award.js';
import { askToWrite } from '../../../domain/checks/ask-to-write.js';
import type { Award } from '../../../domain/awards/award.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf } from '../../forms/form-view.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';
import { awardOfCourse, nameOfHolder } from './award-of-course.js';
import { willBeTold } from './will-be-told.js';

export function showRevoke(services: WebServices): RequestHandler {
  return async (req, res) => {
    const award = await awardOfCourse(services, req);
    if (award.state === 'revoked') backToRoster(req, res, award);
    else await renderRevoke(services, req, res, award, {});
  };
}

export function revokeOnRoster(services: WebServices): RequestHandler {
  return async (req, res) => {
    const award = await awardOfCourse(services, req);
    const reason = formText(req, 'reason');
    const holdsBack = holdsBackIn(req);
    if (award.state !== 'revoked' && award.state !== formText(req, 'was')) {
      // What was meant for an offer must not revoke an award that was claimed meanwhile.
      await renderRevoke(services, req, res.status(409), award, { reason, holdsBack, changed: true });
      return;
    }
    try {
      await revokeAward(services, { awardId: award.id, visit: visitOf(req), reason, holdsBack });
    } catch (error) {
      if (faultsOf(error)['reason']) {
        const fault = wordsIn(req, 'course')('roster.reasonMissing');
        await renderRevoke(services, req, res.status(422), award, { fault, reason, holdsBack });
        return;
      }
      // Revoked already, perhaps by the first of two clicks: that is the answer.
      if (!(error instanceof Problem) || error.code !== 'award-move-not-allowed') throw error;
    }
    await askToWrite(services, award);
    backToRoster(req, res, award);
  };
}

/** Of either form that revokes: whether a teacher wants to look before a newer version is offered. */
export const holdsBackIn = (req: Request): boolean => formText(req, 'holdsBack') === 'yes';

export function backToRoster(req: Request, res: Response, award: Award): void {
  const done = award.issuedAt ? 'revoked' : award.correction ? 'correctionTakenBack' : 'takenBack';
  const who = encodeURIComponent(award.subject);
  res.redirect(303, `/visits/${visitOf(req).id}/roster?done=${done}&who=${who}`);
}

function warningKey({ state, correction }: Award): string {
  if (state !== 'offered') return 'roster.revokeWarning';
  return correction ? 'roster.takeCorrectionBackWarning' : 'roster.takeBackWarning';
}

/** The status is the caller's. */
async function renderRevoke(
  services: WebServices,
  req: Request,
  res: Response,
  award: Award,
  page: { fault?: string; reason?: string; holdsBack?: boolean; changed?: boolean },
): Promise<void> {
  const name = nameOfHolder(req, award);
  const words = wordsIn(req, 'course');
  const offered = award.state === 'offered';
  res.render('revoke-award', {
    title: words(offered ? 'roster.takeBackTitle' : 'roster.revokeTitle', { name }),
    warning: words(warningKey(award)),
    told: await willBeTold(services, req, award),
    changed: page.changed && words('roster.claimedMeanwhile', { name }),
    button: words(offered ? 'roster.takeBackButton' : 'roster.revokeButton'),
    hint: words(offered ? 'roster.takeBackReasonHint' : 'roster.revokeReasonHint'),
    awardId: award.id,
    was: award.state,
    reason: page.reason,
    // of a correction that is taken back: the award that it was to replace stands
    mayHoldBack: award.state !== 'offered' || !award.correction,
    holdsBack: page.holdsBack,
    fault: page.fault,
    errors: page.fault && [{ field: 'reason', text: page.fault }],
  });
}
