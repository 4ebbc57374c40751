/**
 * Port: where checks are kept. (microCredentialId, version) is unique: asking twice is one check. Every change is one atomic
 * write, so that replicas share the work, and a process that is killed leaves nothing but a lease that ends.
 */
import type { CheckStanding, CheckSubject, CourseCheck, TakenCheck } from './course-check.js';

export interface CheckStore {
  /**
   * Due at `at`, or when it was if that is earlier; made where there is none. One whose last look failed, or that has stopped,
   * stays as it is: it has its own time. One that somebody works on is looked at again afterwards.
   */
  ask(subject: CheckSubject, at: Date): Promise<void>;
  /** As `ask`, but begins anew whatever happened before, as when a person asks. */
  askAnew(subject: CheckSubject, at: Date): Promise<void>;
  /** As `askAnew`; false when there is no such check. */
  runAgain(id: string, at: Date): Promise<boolean>;
  /** Those due at `at` that nobody works on, longest due first. @param without platforms to leave out */
  due(at: Date, limit: number, without: readonly string[]): Promise<CourseCheck[]>;
  /** Of any number who try exactly one gets it; undefined for the others, and when it is not due any more. */
  take(id: string, at: Date, lease: TakenCheck['lease']): Promise<TakenCheck | undefined>;
  /** Lengthens the lease; false when somebody else has it by now. */
  hold(taken: TakenCheck, until: Date): Promise<boolean>;
  /** Writes what a look left and ends the lease; false when somebody else has it by now. Due still, if asked for meanwhile. */
  settle(taken: TakenCheck, standing: CheckStanding): Promise<boolean>;
  /** Gives it back as it was: it is due still. */
  release(taken: TakenCheck): Promise<void>;
  /** Removes it: there is nothing to check any more. */
  end(taken: TakenCheck): Promise<void>;
  of(microCredentialId: string, version: number): Promise<CourseCheck | undefined>;
  ofCourse(courseId: string): Promise<CourseCheck[]>;
  /** Those that have stopped, those that did last first. */
  stopped(limit: number): Promise<CourseCheck[]>;
}
