/** An answer of the LMS, or why there is none. */
import { Problem } from '../../shared/problem.js';
import type { FactTrouble } from './fact.js';

/** `waitMs`: milliseconds that the LMS asks to wait, where it says so. */
export type Asked<T> = { answer: T } | { trouble: FactTrouble; waitMs?: number };

const troubles: readonly string[] = [
  'lms-unreachable',
  'lms-error',
  'lms-busy',
  'lms-refused',
  'lms-answer-unreadable',
  'lms-service-missing',
  'lms-token-missing',
  'lms-token-refused',
  'lms-function-missing',
  'lms-capability-missing',
  'lms-services-off',
] satisfies FactTrouble[];

/** True for an LMS that tells nothing at all at the moment, whatever is asked: to be left alone for a while. */
export const isAway = (trouble: string | undefined): boolean =>
  trouble === 'lms-unreachable' || trouble === 'lms-error' || trouble === 'lms-busy';

/** Trouble of the LMS becomes an answer; whatever else goes wrong is thrown on. */
export async function ask<T>(question: () => Promise<Asked<T>>): Promise<Asked<T>> {
  try {
    return await question();
  } catch (error) {
    if (!(error instanceof Problem) || !troubles.includes(error.code)) throw error;
    const { waitMs } = error.facts;
    return { trouble: error.code as FactTrouble, ...(typeof waitMs === 'number' && { waitMs }) };
  }
}
