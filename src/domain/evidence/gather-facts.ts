/** The facts about one learner. An LMS that cannot be asked is a fact with its trouble, never an exception. */
import { Problem } from '../../shared/problem.js';
import type { Clock } from '../../shared/clock.js';
import type { CourseStore } from '../courses/course-store.js';
import type { Course } from '../courses/course.js';
import type { LmsCourse } from '../courses/lms-course.js';
import type { MicroCredential, PublishedVersion } from '../micro-credentials/micro-credential.js';
import type { PlatformStore } from '../platforms/platform-store.js';
import type { ConfirmationStore } from './confirmation-store.js';
import type { Fact } from './fact.js';

export interface GatherFactsDeps {
  lms: LmsCourse;
  courses: CourseStore;
  confirmations: ConfirmationStore;
  platforms: PlatformStore;
  clock: Clock;
}

/**
 * One fact for each condition of the version's rule. Empty for somebody who ever launched as a teacher of the course:
 * then nothing can be met.
 * @param input.subject LTI sub on the course's platform
 */
export async function gatherFacts(
  deps: GatherFactsDeps,
  input: { course: Course; microCredential: MicroCredential; version: PublishedVersion; subject: string },
): Promise<Fact[]> {
  await deps.courses.byId(input.course.id);
  throw new Problem('unexpected');
}
