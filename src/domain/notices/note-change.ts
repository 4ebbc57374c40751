/** Before something becomes of an award that a learner holds: that a message about it is due. */
import type { ChangeToTell, TellLearner } from '../awards/tell-learner.js';
import type { Recipient } from '../awards/award.js';
import { beginningOf } from './beginning-of-notice.js';
import type { NoteOfferDeps } from './note-offer.js';

/** Undefined while no mail server is set: nothing is noted then, nor sent for it later. */
export function changeTeller({ notices, clock }: NoteOfferDeps): TellLearner | undefined {
  if (!notices) return undefined;
  return async ({ award, what, at, recipient }: ChangeToTell) => {
    const { id, microCredentialId, version, courseId, platformId, subject } = award;
    await notices.add({
      microCredentialId,
      version,
      courseId,
      platformId,
      subject,
      about: { awardId: id, what, at },
      ...beginningOf(vouchedFor(recipient), clock()),
    });
  };
}

/** An address that the learner typed was confirmed by nobody: what became of an award is not told to whoever reads there. */
export function vouchedFor(recipient: Recipient | undefined): { name?: string; email?: string } {
  return recipient?.emailFrom === 'lms' ? { name: recipient.name, email: recipient.email } : {};
}
