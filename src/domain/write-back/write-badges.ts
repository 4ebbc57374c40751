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
  const untold = places(awards)
    .filter(({ award }) => isUntold(award))
    .slice(0, most);
  if (untold.length === 0) return { written: 0 };
  try {
    const item = await deps.lms.lineItemOfLink(course, microCredential.linkId);
    if (!item) return { written: 0, trouble: 'no-line-item' };
    const told = await Promise.allSettled(untold.map((place) => tell(deps, course, item, place)));
    const failed = told.find((outcome) => outcome.status === 'rejected');
    const written = told.filter(({ status }) => status === 'fulfilled').length;
    return { written, trouble: failed && troubleOf(failed.reason) };
  } catch (error) {
    return { written: 0, trouble: troubleOf(error) };
  }
}

/** A learner's one place in the column. */
interface Place {
  /** What it is to say: a valid award, else one of which the LMS still has the points. */
  award: Award;
  /** Others of which it has them: whatever it is told replaces those. */
  replaced: Award[];
}

function places(awards: readonly Award[]): Place[] {
  const weight = (award: Award): number => (award.state === 'issued' ? 2 : hasPointsStill(award) ? 1 : 0);
  const claimed = awards
    .filter(({ issuedAt }) => issuedAt !== undefined)
    .sort((one, other) => weight(other) - weight(one) || other.version - one.version);
  const found = new Map<string, Place>();
  for (const award of claimed) {
    const place = found.get(award.subject);
    if (!place) found.set(award.subject, { award, replaced: [] });
    else if (hasPointsStill(award)) place.replaced.push(award);
  }
  return [...found.values()];
}

/** It counts no more, and the LMS has not been told. One that was revoked before anything was written has none. */
const hasPointsStill = ({ state, written }: Award): boolean =>
  state !== 'issued' && written?.state === 'issued' && !written.refused;

const isUntold = (award: Award): boolean =>
  award.state === 'issued' ? award.written?.state !== 'issued' : hasPointsStill(award);

async function tell(
  { lms, awards, clock, base }: WriteBadgesDeps,
  course: Course,
  { url, maximum }: { url: string; maximum: number },
  { award: { id, subject, state }, replaced }: Place,
): Promise<void> {
  const isHeld = state === 'issued';
  const answer = await lms.giveScore(course, url, {
    subject,
    points: isHeld ? { given: maximum, maximum } : undefined,
    comment: isHeld ? `${base}/awards/${id}` : '',
  });
  const at = clock();
  for (const one of replaced) await awards.noteWritten(one.id, { state: 'revoked', at });
  await awards.noteWritten(id, {
    state: isHeld ? 'issued' : 'revoked',
    ...(answer === 'refused' && { refused: true as const }),
    at,
  });
}

/** @throws what is no trouble of the LMS */
function troubleOf(error: unknown): FactTrouble {
  if (error instanceof Problem && error.code.startsWith('lms-')) return error.code as FactTrouble;
  throw error;
}
