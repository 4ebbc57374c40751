/**
 * What a look at a course means for those who hold the award, or its offer: where something certainly is no longer so, a review
 * opens for the teacher; where it is so again, it ends. Nothing else happens to an award here.
 */
import type { CourseRecords } from '../courses/course-records.js';
import type { Course } from '../courses/course.js';
import type { AwardStore } from '../awards/award-store.js';
import type { Award } from '../awards/award.js';
import { trueThen } from '../awards/changed-facts.js';
import type { CourseFacts } from '../evidence/gather-course-facts.js';
import type { PublishedVersion } from '../micro-credentials/micro-credential.js';
import { ruleOf } from '../micro-credentials/rule-of.js';
import type { Clock } from '../../shared/clock.js';
import { takingTurns } from '../../shared/taking-turns.js';
import { goneActivities } from './gone-activities.js';
import { nextReview } from './next-review.js';
import { seenAward } from './seen-award.js';

export interface LookAtAwardsDeps {
  awards: AwardStore;
  records: CourseRecords;
  clock: Clock;
}

/** Writes on their way to the database at once. */
const writtenAtOnce = 8;

/**
 * @param of.awards that stand, of this version in this course
 * @param of.before when the last look was over that saw everybody
 * @returns how many awards something was noted of
 */
export async function lookAtAwards(
  deps: LookAtAwardsDeps,
  of: { course: Course; version: PublishedVersion; awards: readonly Award[]; before?: Date },
  gathered: CourseFacts,
): Promise<number> {
  const facts = of.awards.flatMap(({ subject }) => gathered.facts.get(subject) ?? []);
  const isGone = await goneActivities(deps, of.course, facts);
  const inTurn = takingTurns(writtenAtOnce);
  const look = { at: deps.clock(), before: of.before };
  const noted = await Promise.all(
    of.awards.map(async (award) => {
      // offered, claimed or decided on while the LMS was asked: the next look knows more
      if (lastTouched(award) >= gathered.askedAt) return false;
      const seen = seenAward(award, ruleOf(of.version.definition), gathered, isGone);
      const write = nextReview(award, seen, look);
      // false: somebody has decided, or another process has looked, at this moment; the next look sees what they left
      return (
        write !== undefined && inTurn(() => deps.awards.writeReview(award.id, award.reviewWrites, write))
      );
    }),
  );
  return noted.filter(Boolean).length;
}

function lastTouched(award: Award): Date {
  const { since, decision } = award.review ?? {};
  const all = [trueThen(award).at, since, decision?.at].flatMap((at) => at?.getTime() ?? []);
  return new Date(Math.max(...all));
}
