/** Whether an LMS that did not answer a question knows the token that it was asked with, by the code of its refusal. */
import type { ProblemCode } from '../../shared/problem.js';

/** False also where nobody can tell: it is away, or answers something else. */
export function tokenIsKnown(code: ProblemCode | undefined): boolean {
  return code === 'lms-function-missing' || code === 'lms-capability-missing';
}
