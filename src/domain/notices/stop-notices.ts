/** Whoever gets notices ends them, or wants them again; the code in the address that the message holds is all it takes. */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import type { NoticeStops } from './notice-store.js';
import { keyInCode } from './stop-address.js';

export interface StopNoticesDeps {
  noticeStops: NoticeStops;
  clock: Clock;
  emailPepper: Uint8Array;
}

/** @throws Problem not-found for a code that was not made here */
export async function changeNotices(
  deps: StopNoticesDeps,
  input: { code: string; wanted: boolean },
): Promise<void> {
  const { noticeStops, clock } = deps;
  const key = keyOf(deps, input.code);
  await (input.wanted ? noticeStops.resume(key) : noticeStops.stop(key, clock()));
}

/** @throws Problem not-found for a code that was not made here */
export async function areNoticesWanted(deps: StopNoticesDeps, code: string): Promise<boolean> {
  return !(await deps.noticeStops.isStopped(keyOf(deps, code)));
}

function keyOf({ emailPepper }: StopNoticesDeps, code: string): string {
  const key = keyInCode(code, emailPepper);
  if (key === undefined) throw new Problem('not-found', { detail: 'no code of notices' });
  return key;
}
