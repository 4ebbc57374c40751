/** Before an award is offered to somebody who is not there: that a message about it is due. */
import { cleanLine } from '../../shared/clean-text.js';
import type { Clock } from '../../shared/clock.js';
import type { Notice } from './notice.js';
import type { NoticeStore } from './notice-store.js';
import type { OfferSubject } from './offer-subject.js';

export interface NoteOfferDeps {
  /** Undefined while no mail server is set: nothing is noted then, nor sent for it later. */
  notices?: NoticeStore;
  clock: Clock;
}

/** Characters of a name: a line of a message holds a thousand bytes. https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1 */
const longestName = 200;

/** What mail programs take; whatever else the LMS tells is no address. https://html.spec.whatwg.org/#valid-e-mail-address */
const address =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/;

export async function noteOffer(
  deps: NoteOfferDeps,
  offer: OfferSubject,
  learner: { name?: string; email?: string },
): Promise<void> {
  if (!deps.notices) return;
  const { microCredentialId, version, courseId, platformId, subject } = offer;
  const now = deps.clock();
  await deps.notices.add({
    microCredentialId,
    version,
    courseId,
    platformId,
    subject,
    ...beginning(learner, now),
    dueAt: now,
    tries: 0,
    createdAt: now,
  });
}

/** Without an address it ends as it begins: the teacher's list says so. */
function beginning(
  { name, email }: { name?: string; email?: string },
  now: Date,
): Pick<Notice, 'state' | 'to' | 'endedAt'> {
  if (!email || !address.test(email)) return { state: 'no-address', endedAt: now };
  return { state: 'due', to: { address: email, name: name && cleanLine(name).slice(0, longestName) } };
}
