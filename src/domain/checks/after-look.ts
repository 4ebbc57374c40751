/**
 * When a course is looked at next: each minute while results come in, less and less often while nothing changes, later and later
 * after failures, and not at all once it has failed too often.
 */
import type { CheckOutcome } from './check-course.js';
import type { CheckStanding, CheckTrouble, CourseCheck } from './course-check.js';

const minute = 60_000;
/** Milliseconds from one look to the next. */
export const shortest = minute;
export const longest = 6 * 60 * minute;

/** Failed looks in a row after which a check stops: with the pauses between them a night without the LMS. */
export const mostTries = 10;

/** @param chance 0 to 1: spreads what would fall on one moment */
export function afterLook(
  check: CourseCheck,
  outcome: Exclude<CheckOutcome, { kind: 'over' }>,
  at: Date,
  chance: number,
): CheckStanding {
  const { interval, doubts, tries, lookedAt, seen } = check;
  const standing = { state: 'waiting' as const, interval, doubts, tries, lookedAt, seen };
  const due = (pause: number): Date => new Date(at.getTime() + Math.round(pause));
  const regularly = (pause: number): Date => due(pause * (0.9 + 0.2 * chance));
  switch (outcome.kind) {
    case 'looked': {
      const next = outcome.changed ? shortest : Math.min(interval * 2, longest);
      const { trouble } = outcome;
      const now = { interval: next, dueAt: regularly(next), lookedAt: at, seen: outcome.seen };
      return { ...standing, ...now, trouble, doubts: 0, tries: 0 };
    }
    case 'doubtful':
      return { ...standing, trouble: undefined, doubts: doubts + 1, dueAt: regularly(shortest), tries: 0 };
    case 'resting':
      return { ...standing, trouble: undefined, dueAt: regularly(longest), tries: 0 };
    case 'failed':
      return { ...standing, ...afterFailure(tries + 1, outcome, due, chance) };
  }
}

/**
 * One minute, two, four ... six hours; each less up to its half, so that courses of one LMS do not come back all together. An LMS
 * that asks to wait is not asked before, but for one that would wait longer than six hours.
 */
function afterFailure(
  tries: number,
  { trouble, waitMs = 0 }: { trouble: CheckTrouble; waitMs?: number },
  due: (pause: number) => Date,
  chance: number,
): Pick<CheckStanding, 'state' | 'tries' | 'trouble' | 'dueAt'> {
  if (tries >= mostTries) return { state: 'stopped', tries, trouble, dueAt: due(0) };
  const pause = Math.min(shortest * 2 ** (tries - 1), longest);
  const asked = Math.min(waitMs, longest);
  return { state: 'waiting', tries, trouble, dueAt: due(Math.max(pause * (1 - chance / 2), asked)) };
}
