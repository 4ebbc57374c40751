/** The facts about everybody in a course, with as many LMS calls as the rule names activities, whatever the class's size. */
import { Problem } from '../../shared/problem.js';
import type { Course } from '../courses/course.js';
import type { MicroCredential, PublishedVersion } from '../micro-credentials/micro-credential.js';
import type { Fact, FactTrouble } from './fact.js';
import type { GatherFactsDeps } from './gather-facts.js';

export interface CourseFacts {
  learners: { subject: string; name?: string; email?: string }[];
  /** By subject: one fact for each condition of the rule. */
  facts: Map<string, Fact[]>;
  /** The first trouble met; the facts concerned carry theirs. */
  trouble?: FactTrouble;
}

/**
 * Active learners of the roster; those seen in launches where the roster cannot be had. People who ever taught are left out.
 */
export async function gatherCourseFacts(
  deps: GatherFactsDeps,
  input: { course: Course; microCredential: MicroCredential; version: PublishedVersion },
): Promise<CourseFacts> {
  await deps.courses.byId(input.course.id);
  throw new Problem('unexpected');
}
