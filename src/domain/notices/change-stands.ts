/** Whether what became of an award, as a notice tells it, was done, and whether it is still so. Pure. */
import type { Award } from '../awards/award.js';
import type { ToldChange } from '../awards/tell-learner.js';
import type { NoticeAbout } from './notice.js';

/** What its history calls it: a correction begins by being offered. */
const events = {
  suspended: 'suspended',
  resumed: 'resumed',
  revoked: 'revoked',
  corrected: 'offered',
  superseded: 'superseded',
} as const satisfies Record<ToldChange, Award['history'][number]['what']>;

const states = {
  suspended: 'suspended',
  resumed: 'issued',
  revoked: 'revoked',
  corrected: 'offered',
  superseded: 'revoked',
} as const satisfies Record<ToldChange, Award['state']>;

/** False for what was noted and then not done: somebody else was first, or the process ended in between. */
export const isDone = (
  { history }: Pick<Award, 'history'>,
  change: Pick<NoticeAbout, 'what' | 'at'>,
): boolean =>
  history.some(({ what, at }) => what === events[change.what] && at.getTime() === change.at.getTime());

/** False where something else has become of it since: the message would tell what is over. */
export function isStillSo(
  { state, history }: Pick<Award, 'state' | 'history'>,
  change: Pick<NoticeAbout, 'what' | 'at'>,
): boolean {
  return state === states[change.what] && !history.some(({ what, at }) => isMove(what) && at > change.at);
}

const isMove = (event: Award['history'][number]['what']): boolean =>
  event === 'suspended' || event === 'resumed' || event === 'revoked' || event === 'superseded';

/** The last change of an award that is told, by which its notice is found; undefined where none is told of the state it is in. */
export function lastChange({
  history,
}: Pick<Award, 'history'>): Pick<NoticeAbout, 'what' | 'at'> | undefined {
  const event = history.findLast(({ what }) => isMove(what));
  const what = (Object.keys(events) as ToldChange[]).find((one) => events[one] === event?.what);
  return event && what && { what, at: event.at };
}
