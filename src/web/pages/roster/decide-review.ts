/**
 * /visits/:visit/roster/review/:award: what was true of an award and what is true now, side by side; a teacher keeps the award or
 * revokes it, each with a reason.
 */
import type { Request, RequestHandler, Response } from 'express';
import { openReview } from '../../../domain/awards/award-review.js';
import type { Award } from '../../../domain/awards/award.js';
import { askToWrite } from '../../../domain/checks/ask-to-write.js';
import { revokeAward } from '../../../domain/awards/revoke-award.js';
import { keepAward } from '../../../domain/reviews/keep-award.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf } from '../../forms/form-view.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';
import { awardOfCourse } from './award-of-course.js';
import { renderReview, seenIn, type ReviewPage } from './render-review.js';
import { backToRoster, holdsBackIn } from './revoke-on-roster.js';

export function showReview(services: WebServices): RequestHandler {
  return async (req, res) => {
    const award = await awardOfCourse(services, req);
    if (!award.review) throw new Problem('not-found', { detail: 'review' });
    await renderReview(services, req, res, award);
  };
}

export function keepInReview(services: WebServices): RequestHandler {
  return decided(services, 'keepReason', async (req, res, award, reason) => {
    await keepAward(services, {
      awardId: award.id,
      visit: visitOf(req),
      seen: award.reviewWrites ?? 0,
      reason,
    });
    const who = encodeURIComponent(award.subject);
    res.redirect(303, `/visits/${visitOf(req).id}/roster?done=kept&who=${who}`);
  });
}

export function revokeInReview(services: WebServices): RequestHandler {
  return decided(services, 'revokeReason', async (req, res, award, reason) => {
    const holdsBack = holdsBackIn(req);
    await revokeAward(services, { awardId: award.id, visit: visitOf(req), reason, holdsBack });
    await askToWrite(services, award);
    backToRoster(req, res, award);
  });
}

type Deed = (req: Request, res: Response, award: Award, reason: string) => Promise<void>;

/** A decision counts for what the teacher saw; where that has changed since, the page is shown again as it is now. */
function decided(services: WebServices, field: 'keepReason' | 'revokeReason', deed: Deed): RequestHandler {
  return async (req, res) => {
    const award = await awardOfCourse(services, req);
    const reason = formText(req, field);
    const again = async (status: number, page: ReviewPage): Promise<void> => {
      const now = await awardOfCourse(services, req);
      // decided already, perhaps by the first of two clicks: the page says by whom and why
      if (!openReview(now)) res.redirect(303, `/visits/${visitOf(req).id}/roster/review/${award.id}`);
      else {
        const typed = { [field]: reason, holdsBack: holdsBackIn(req) };
        await renderReview(services, req, res.status(status), now, { ...typed, ...page });
      }
    };
    if (!openReview(award) || seenIn(award) !== formText(req, 'was')) {
      await again(409, { changed: true });
      return;
    }
    try {
      await deed(req, res, award, reason);
    } catch (error) {
      const isMoved = error instanceof Problem && error.code === 'award-move-not-allowed';
      if (isMoved) await again(409, { changed: true });
      else if (faultsOf(error)['reason'])
        await again(422, { fault: { field, text: wordsIn(req, 'course')('roster.reasonMissing') } });
      else throw error;
    }
  };
}
