/** The learners whom a teacher has chosen from the list, as they are now: what the LMS tells of them, what they hold, what was confirmed. */
import { Problem } from '../../shared/problem.js';
import { openReview } from '../awards/award-review.js';
import type { AwardStore } from '../awards/award-store.js';
import type { Award } from '../awards/award.js';
import { heldAwards, heldIn } from '../awards/held-award.js';
import { byNameIn } from '../awards/roster-desk.js';
import type { Course } from '../courses/course.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import type { Confirmation } from '../evidence/confirmation-store.js';
import type { FactTrouble } from '../evidence/fact.js';
import { factsThatCount } from '../evidence/facts-that-count.js';
import { gatherCourseFacts } from '../evidence/gather-course-facts.js';
import type { GatherFactsDeps } from '../evidence/gather-facts.js';
import { meetsRule } from '../evidence/meets-rule.js';
import type { RuleResult } from '../evidence/verdict.js';
import {
  currentVersion,
  type MicroCredential,
  type PublishedVersion,
} from '../micro-credentials/micro-credential.js';
import { ruleOf } from '../micro-credentials/rule-of.js';

export interface ChosenLearnersDeps extends GatherFactsDeps {
  awards: AwardStore;
}

export interface ChosenLearnersInput {
  visit: Visit;
  course: Course;
  microCredential: MicroCredential;
  isChosen: (subject: string) => boolean;
  /** As of `gatherCourseFacts`: for what only shows. */
  showsLastList?: boolean;
}

export interface ChosenLearner {
  subject: string;
  /** As the LMS tells it; else the subject. */
  name: string;
  email?: string;
  /** By what counts for somebody who is not there. */
  result: RuleResult;
  /** Of any version; without a revoked one of an older version. */
  award?: Award;
  /** That one. */
  former?: Award;
  confirmation?: Confirmation;
}

export interface ChosenLearners {
  version: PublishedVersion;
  /** Sorted by name in the course's language; those who are no learners of the course (any more) are not among them. */
  learners: ChosenLearner[];
  /** False while the LMS does not tell who is in the course: whoever is not among them may be a learner all the same. */
  isListed: boolean;
  trouble?: FactTrouble;
}

/** Why nothing is done for a learner who was chosen: what they hold, and what is to be said of that. */
export type HoldsAward = 'offered' | 'issued' | 'review' | 'suspended' | 'revoked';

export interface LeftOut<Why extends string> {
  learner: ChosenLearner;
  why: Why;
}

/** What a teacher is shown before it is done for several, and afterwards. */
export interface ChosenLook<Why extends string = string> {
  version: PublishedVersion;
  /** For whom it would be done, or was. */
  taken: ChosenLearner[];
  leftOut: LeftOut<Why>[];
  /** As of `ChosenLearners`. */
  isListed: boolean;
  trouble?: FactTrouble;
}

/** @throws Problem not-permitted (no teacher of this course), micro-credential-not-published */
export async function chosenLearners(
  deps: ChosenLearnersDeps,
  input: ChosenLearnersInput,
): Promise<ChosenLearners> {
  const { visit, course, microCredential, isChosen: isAbout, showsLastList } = input;
  requireTeacher(visit, course.id);
  if (microCredential.courseId !== course.id) throw new Problem('not-permitted');
  const version = currentVersion(microCredential);
  if (!version) throw new Problem('micro-credential-not-published');
  const asked = { course, microCredential, version, isAbout, showsLastList };
  const gathered = await gatherCourseFacts(deps, asked);
  // afterwards: what was offered, claimed or confirmed while the LMS was asked is known
  const [awards, confirmations] = await Promise.all([
    deps.awards.ofMicroCredential(microCredential.id),
    deps.confirmations.all(microCredential.id, version.number),
  ]);
  const isHere = ({ platformId }: { platformId: string }): boolean => platformId === course.platformId;
  const held = heldAwards(awards.filter(isHere));
  const decided = new Map(confirmations.filter(isHere).map((one) => [one.subject, one]));
  const counting = factsThatCount(gathered);
  const learners = gathered.learners.map(({ subject, name, email }): ChosenLearner => {
    const last = held.get(subject);
    const award = heldIn(version.number, last);
    return {
      subject,
      name: name ?? subject,
      email,
      result: meetsRule(ruleOf(version.definition), counting(subject)),
      award,
      former: last === award ? undefined : last,
      confirmation: decided.get(subject),
    };
  });
  return {
    version,
    learners: learners.sort(byNameIn(course)),
    isListed: gathered.present !== undefined,
    trouble: gathered.trouble,
  };
}

export const holds = (award: Award): HoldsAward => (openReview(award) ? 'review' : award.state);

/** Parts a list: `whyNot` tells why somebody is left out, undefined of those who are not. */
export function parted<Why extends string>(
  learners: readonly ChosenLearner[],
  whyNot: (learner: ChosenLearner) => Why | undefined,
): { taken: ChosenLearner[]; leftOut: LeftOut<Why>[] } {
  const taken: ChosenLearner[] = [];
  const leftOut: LeftOut<Why>[] = [];
  for (const learner of learners) {
    const why = whyNot(learner);
    if (why === undefined) taken.push(learner);
    else leftOut.push({ learner, why });
  }
  return { taken, leftOut };
}
