/** Before a teacher changes an award: whether its learner will be told by e-mail. */
import type { Recipient } from '../awards/award.js';
import { emailKeyOf } from '../awards/confirmed-identity.js';
import { canBeWrittenTo } from './beginning-of-notice.js';
import { vouchedFor } from './note-change.js';
import type { NoticeStops, NoticeStore } from './notice-store.js';

/** 'off': no mail server is set. 'stopped': the learner wants no messages. */
export type LearnerIsTold = 'told' | 'off' | 'no-address' | 'stopped';

export async function learnerIsTold(
  deps: { notices?: NoticeStore; noticeStops: NoticeStops; emailPepper: Uint8Array },
  recipient: Recipient | undefined,
): Promise<LearnerIsTold> {
  if (!deps.notices) return 'off';
  const { email } = vouchedFor(recipient);
  if (!canBeWrittenTo(email)) return 'no-address';
  return (await deps.noticeStops.isStopped(emailKeyOf(email, deps.emailPepper))) ? 'stopped' : 'told';
}
