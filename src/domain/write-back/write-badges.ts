/**
 * Tells the LMS who holds the badge, where a teacher wants it: full points in the activity's own column of grades for a claimed award,
 * nothing any more for a revoked one. Part of a look at a course: what the LMS was told is noted with the award, so that whoever looks next
 * goes on from there, and telling twice does no harm. docs/decisions/0021-badges-written-back.md
 */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import type { AwardStore } from '../awards/award-store.js';
import type { Award } from '../awards/award.js';
import type { Course } from '../courses/course.js';
import type { LmsCourse } from '../courses/lms-course.js';
import type { FactTrouble } from '../evidence/fact.js';
import type { MicroCredential } from '../micro-credentials/micro-credential.js';

export interface WriteBadgesDeps {
  lms: LmsCourse;
  awards: AwardStore;
  clock: Clock;
  base: string;
}

/** In one look: the rest is told by the next one, a minute later. */
const most = 500;

/** @param awards of this course, of all versions */
export async function writeBadges(
  deps: WriteBadgesDeps,
  input: { course: Course; microCredential: MicroCredential; awards: readonly Award[] },
): Promise<{ written: number; trouble?: FactTrouble }> {
  const { course, microCredential, awards } = input;
  if (!microCredential.writeBack?.isOn) return { written: 0 };
  const untold = newestOfEach(awards).filter(isUntold).slice(0, most);
  if (untold.length === 0) return { written: 0 };
  try {
    const item = await deps.lms.lineItemOfLink(course, microCredential.linkId);
    if (!item) return { written: 0, trouble: 'no-line-item' };
    const told = await Promise.allSettled(untold.map((award) => tell(deps, course, item, award)));
    const failed = told.find((outcome) => outcome.status === 'rejected');
    const written = told.filter(({ status }) => status === 'fulfilled').length;
    return { written, trouble: failed && troubleOf(failed.reason) };
  } catch (error) {
    return { written: 0, trouble: troubleOf(error) };
  }
}

/** A learner has one place in the column: what the newest award says that was ever claimed. */
function newestOfEach(awards: readonly Award[]): Award[] {
  const claimed = awards.filter(({ issuedAt }) => issuedAt !== undefined);
  const valid = (award: Award): number => (award.state === 'issued' ? 1 : 0);
  // one that is valid goes before all that are not
  const ordered = claimed.toSorted((one, other) => valid(one) - valid(other) || one.version - other.version);
  return [...new Map(ordered.map((award) => [award.subject, award])).values()];
}

function isUntold({ state, written }: Award): boolean {
  // nothing was written of one that was revoked before it could be
  return state === 'issued' ? written?.state !== 'issued' : written?.state === 'issued' && !written.refused;
}

async function tell(
  { lms, awards, clock, base }: WriteBadgesDeps,
  course: Course,
  { url, maximum }: { url: string; maximum: number },
  { id, subject, state }: Award,
): Promise<void> {
  const isHeld = state === 'issued';
  const answer = await lms.giveScore(course, url, {
    subject,
    points: isHeld ? { given: maximum, maximum } : undefined,
    comment: isHeld ? `${base}/awards/${id}` : '',
  });
  await awards.noteWritten(id, {
    state: isHeld ? 'issued' : 'revoked',
    ...(answer === 'refused' && { refused: true as const }),
    at: clock(),
  });
}

/** @throws what is no trouble of the LMS */
function troubleOf(error: unknown): FactTrouble {
  if (error instanceof Problem && error.code.startsWith('lms-')) return error.code as FactTrouble;
  throw error;
}
