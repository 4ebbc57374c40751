/** Whether what became of an award, as a notice tells it, was done, and whether it is still so. Pure. */
import type { Award, AwardEvent } from '../awards/award.js';
import type { ToldChange } from '../awards/tell-learner.js';
import type { NoticeAbout } from './notice.js';

/** What its history calls it: a correction begins by being offered. */
const eventOf = (what: ToldChange): AwardEvent['what'] => (what === 'corrected' ? 'offered' : what);

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
  history.some(({ what, at }) => what === eventOf(change.what) && at.getTime() === change.at.getTime());

/** False where something else has become of it since: the message would tell what is over. */
export function isStillSo(
  { state, history }: Pick<Award, 'state' | 'history'>,
  change: Pick<NoticeAbout, 'what' | 'at'>,
): boolean {
  return state === states[change.what] && !history.some(({ what, at }) => isMove(what) && at > change.at);
}

const isMove = (what: AwardEvent['what']): what is Exclude<ToldChange, 'corrected'> =>
  what === 'suspended' || what === 'resumed' || what === 'revoked' || what === 'superseded';

/** The last change of an award that is told, by which its notice is found; undefined where none is told of the state it is in. */
export function lastChange({
  history,
}: Pick<Award, 'history'>): Pick<NoticeAbout, 'what' | 'at'> | undefined {
  for (const { what, at } of history.toReversed()) if (isMove(what)) return { what, at };
  return undefined;
}
