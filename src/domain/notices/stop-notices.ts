/** Whoever gets notices ends them, or wants them again; the key in the address that the message holds is all it takes. */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import type { NoticeStops } from './notice-store.js';
import { looksLikeStopKey } from './stop-address.js';

export interface StopNoticesDeps {
  noticeStops: NoticeStops;
  clock: Clock;
}

/** @throws Problem not-found for what is no key */
export async function changeNotices(
  { noticeStops, clock }: StopNoticesDeps,
  input: { key: string; wanted: boolean },
): Promise<void> {
  const { key, wanted } = input;
  if (!looksLikeStopKey(key)) throw new Problem('not-found', { detail: 'no key of notices' });
  await (wanted ? noticeStops.resume(key) : noticeStops.stop(key, clock()));
}

/** @throws Problem not-found for what is no key */
export async function areNoticesWanted({ noticeStops }: StopNoticesDeps, key: string): Promise<boolean> {
  if (!looksLikeStopKey(key)) throw new Problem('not-found', { detail: 'no key of notices' });
  return !(await noticeStops.isStopped(key));
}
