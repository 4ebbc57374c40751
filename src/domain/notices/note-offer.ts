/** Before an award is offered to somebody who is not there: that a message about it is due. */
import type { Clock } from '../../shared/clock.js';
import { beginningOf } from './beginning-of-notice.js';
import type { NoticeStore } from './notice-store.js';
import type { OfferSubject } from './offer-subject.js';

export interface NoteOfferDeps {
  /** Undefined while no mail server is set: nothing is noted then, nor sent for it later. */
  notices?: NoticeStore;
  clock: Clock;
}

export async function noteOffer(
  deps: NoteOfferDeps,
  offer: OfferSubject,
  learner: { name?: string; email?: string },
): Promise<void> {
  if (!deps.notices) return;
  const { microCredentialId, version, courseId, platformId, subject } = offer;
  await deps.notices.add({
    microCredentialId,
    version,
    courseId,
    platformId,
    subject,
    ...beginningOf(learner, deps.clock()),
  });
}
