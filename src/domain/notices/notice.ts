/**
 * A notice: one message by e-mail that an award was offered, to a learner who was not there when it was, or that something became of one
 * that they hold. One an offer and one a change, kept apart from the award, made before it: neither can ever be without its notice.
 * docs/decisions/0019-notices-by-email.md
 */
import type { ToldChange } from '../awards/tell-learner.js';
import type { OfferSubject } from './offer-subject.js';

/** How it ended. Nothing is sent after any of these. */
export const noticeEnds = [
  'sent',
  /** The mail server does not take the address, or the message. */
  'refused',
  /** The mail server could not be had for so long that nobody would want the message any more. */
  'failed',
  /** The mail server had the message when the connection broke, or Acquis was stopped: sending it again could double it. */
  'unclear',
  /** The learner wants none. */
  'stopped',
  /** The LMS tells no address, or none that mail programs take. */
  'no-address',
  /**
   * Claimed, withdrawn or under review before it was sent, or the learner was there in person; of a change, something else has become of
   * the award since, or it was not made after all.
   */
  'needless',
] as const;
export type NoticeEnd = (typeof noticeEnds)[number];

/** Which change of which award. */
export interface NoticeAbout {
  awardId: string;
  what: ToldChange;
  /** As the history of the award has it. */
  at: Date;
}

export interface Notice extends OfferSubject {
  id: string;
  /** Absent for an offer. */
  about?: NoticeAbout;
  /** sending: the mail server is about to have it. */
  state: 'due' | 'sending' | NoticeEnd;
  /** Where to, as the LMS told it; removed at its end. */
  to?: { address: string; name?: string };
  dueAt: Date;
  /** Tries that failed. */
  tries: number;
  /** Who works on it. */
  lease?: { holder: string; until: Date };
  createdAt: Date;
  endedAt?: Date;
}

export type TakenNotice = Notice & Required<Pick<Notice, 'lease'>>;
