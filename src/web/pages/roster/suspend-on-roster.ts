/** /visits/:visit/roster/suspend/:award and .../resume/:award: asks for the reason, says what it means, then does it. */
import type { Request, RequestHandler, Response } from 'express';
import type { Award, AwardState } from '../../../domain/awards/award.js';
import { resumeAward, suspendAward } from '../../../domain/awards/suspend-award.js';
import { askToWrite } from '../../../domain/checks/ask-to-write.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf } from '../../forms/form-view.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';
import { awardOfCourse, nameOfHolder } from './award-of-course.js';
import { willBeTold } from './will-be-told.js';

interface Move {
  name: 'suspend' | 'resume';
  from: AwardState;
  deed: typeof suspendAward;
  /** What the list says afterwards. */
  done: string;
}

export const suspending: Move = {
  name: 'suspend',
  from: 'issued',
  deed: suspendAward,
  done: 'suspended',
};
export const resuming: Move = { name: 'resume', from: 'suspended', deed: resumeAward, done: 'resumed' };

export function showMove(services: WebServices, move: Move): RequestHandler {
  return async (req, res) => {
    const award = await awardOfCourse(services, req);
    // what cannot be done (any more) is told by the list
    if (award.state !== move.from) res.redirect(303, rosterTelling(req, award, services.clock()));
    else await renderMove(services, req, res, award, move);
  };
}

export function moveOnRoster(services: WebServices, move: Move): RequestHandler {
  return async (req, res) => {
    const award = await awardOfCourse(services, req);
    const reason = formText(req, 'reason');
    try {
      await move.deed(services, { awardId: award.id, visit: visitOf(req), reason });
    } catch (error) {
      if (faultsOf(error)['reason']) {
        const fault = wordsIn(req, 'course')('roster.reasonMissing');
        await renderMove(services, req, res.status(422), award, move, { fault, reason });
        return;
      }
      if (!(error instanceof Problem) || error.code !== 'award-move-not-allowed') throw error;
      // done already, perhaps by the first of two clicks, or revoked meanwhile: the list says so
      const now = (await services.awards.byId(award.id)) ?? award;
      res.redirect(303, rosterTelling(req, now, services.clock()));
      return;
    }
    await askToWrite(services, award);
    const who = encodeURIComponent(award.subject);
    res.redirect(303, `/visits/${visitOf(req).id}/roster?done=${move.done}&who=${who}`);
  };
}

/** The list of learners; it says what has become of the award where that is why nothing was done: suspended, ended, corrected, expired. */
export function rosterTelling(req: Request, award: Award, now: Date): string {
  const list = `/visits/${visitOf(req).id}/roster`;
  const done = whyNothing(award, now);
  return done ? `${list}?done=${done}&who=${encodeURIComponent(award.subject)}` : list;
}

function whyNothing({ state, supersededBy, expiresAt }: Award, now: Date): string | undefined {
  if (supersededBy !== undefined) return 'supersededAlready';
  if (state === 'suspended' || state === 'revoked') return `${state}Already`;
  return expiresAt && expiresAt <= now ? 'expiredAlready' : undefined;
}

/** The status is the caller's. */
async function renderMove(
  services: WebServices,
  req: Request,
  res: Response,
  award: Award,
  { name }: Move,
  page: { fault?: string; reason?: string } = {},
): Promise<void> {
  const words = wordsIn(req, 'course');
  res.render('suspend-award', {
    title: words(`roster.${name}Title`, { name: nameOfHolder(req, award) }),
    what: words(`roster.${name}What`),
    told: await willBeTold(services, req, award, name !== 'resume'),
    hint: words(`roster.${name}ReasonHint`),
    button: words(`roster.${name}Button`),
    action: `${name}/${award.id}`,
    reason: page.reason,
    fault: page.fault,
    errors: page.fault && [{ field: 'reason', text: page.fault }],
  });
}
