/** An answer of the LMS, or why there is none. */
import { Problem } from '../../shared/problem.js';
import type { FactTrouble } from './fact.js';

export type Asked<T> = { answer: T } | { trouble: FactTrouble };

const troubles: readonly string[] = [
  'lms-unreachable',
  'lms-refused',
  'lms-answer-unreadable',
  'lms-service-missing',
  'lms-token-missing',
  'lms-token-refused',
  'lms-function-missing',
  'lms-capability-missing',
  'lms-services-off',
] satisfies FactTrouble[];

/** Trouble of the LMS becomes an answer; whatever else goes wrong is thrown on. */
export async function ask<T>(question: () => Promise<Asked<T>>): Promise<Asked<T>> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof Problem && troubles.includes(error.code))
      return { trouble: error.code as FactTrouble };
    throw error;
  }
}
