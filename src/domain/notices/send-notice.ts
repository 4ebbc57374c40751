/**
 * Sends one notice that was taken, or ends it because there is nothing to say any more. At most one message an offer or a change: what
 * may have reached the mail server is never sent again.
 */
import type { Clock } from '../../shared/clock.js';
import { openReview } from '../awards/award-review.js';
import type { Award } from '../awards/award.js';
import { emailKeyOf } from '../awards/confirmed-identity.js';
import { isOfferedInPerson } from '../awards/new-offer.js';
import { afterTry } from './after-try.js';
import { isDone, isStillSo } from './change-stands.js';
import type { Mail } from './mail.js';
import type { NoticeEnd, TakenNotice } from './notice.js';
import { messageOf, type MessageDeps } from './message-of-notice.js';
import type { NoticeStops, NoticeStore } from './notice-store.js';
import { stopAddress, stopCode } from './stop-address.js';

export interface SendNoticeDeps extends MessageDeps {
  notices: NoticeStore;
  noticeStops: NoticeStops;
  mail: Mail;
  clock: Clock;
  emailPepper: Uint8Array;
  /** 0 to 1. */
  chance: () => number;
}

/**
 * @param leaseMs milliseconds that the mail server gets
 * @returns how it ended; undefined: it is put off, or somebody else has it
 * @throws Problem storage-unavailable
 */
export async function sendNotice(
  deps: SendNoticeDeps,
  notice: TakenNotice,
  leaseMs: number,
): Promise<NoticeEnd | undefined> {
  const { notices, clock } = deps;
  const end = async (how: NoticeEnd): Promise<NoticeEnd> => {
    await notices.end(notice, how, clock());
    return how;
  };
  const { to } = notice;
  if (!to) return end('needless');
  const award = await awardOf(deps, notice);
  if (!award) return later(deps, notice, 'needless'); // noted before it is done
  if (isNeedless(award, notice)) return end('needless');
  const key = emailKeyOf(to.address, deps.emailPepper);
  if (await deps.noticeStops.isStopped(key)) return end('stopped');
  const stopUrl = stopAddress(deps.base, stopCode(key, deps.emailPepper));
  const message = await messageOf(deps, notice, { to, award, stopUrl });
  if (!message) return end('needless');
  if (!(await notices.begin(notice, new Date(clock().getTime() + leaseMs)))) return undefined;
  const outcome = await deps.mail.send(message);
  if (outcome === 'too-many') {
    await notices.putOff(notice, tomorrow(clock(), deps.chance()), notice.tries);
    return undefined;
  }
  return outcome === 'later' ? later(deps, notice, 'failed') : end(outcome);
}

/** Undefined while what the notice tells is not done. */
async function awardOf({ awards }: SendNoticeDeps, notice: TakenNotice): Promise<Award | undefined> {
  const { microCredentialId, version, platformId, subject, about } = notice;
  if (!about) return awards.ofLearner(microCredentialId, version, platformId, subject);
  const award = await awards.byId(about.awardId);
  return award && isDone(award, about) ? award : undefined;
}

async function later(
  { notices, clock, chance }: SendNoticeDeps,
  notice: TakenNotice,
  atLast: NoticeEnd,
): Promise<NoticeEnd | undefined> {
  const next = afterTry(notice, clock(), chance());
  if (!next) {
    await notices.end(notice, atLast, clock());
    return atLast;
  }
  await notices.putOff(notice, next.dueAt, next.tries);
  return undefined;
}

/** In the first hour of the next day, when messages are counted anew. */
function tomorrow(now: Date, chance: number): Date {
  return new Date(Date.parse(now.toISOString().slice(0, 10)) + 86_400_000 + Math.round(chance * 3_600_000));
}

function isNeedless(award: Award, { about }: TakenNotice): boolean {
  if (about) return !isStillSo(award, about);
  return isOfferedInPerson(award) || award.state !== 'offered' || openReview(award) !== undefined;
}
