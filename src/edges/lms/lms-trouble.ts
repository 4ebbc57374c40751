/** Trouble with the web services of an LMS. No word of the LMS's own goes along: its messages may quote data. */
import type { LmsFamily } from '../../domain/platforms/platform.js';
import { Problem, type ProblemCode } from '../../shared/problem.js';

/** Which LMS was asked, and what, by the LMS's own name. */
export interface AskedOf {
  lms: LmsFamily;
  function: string;
}

/** Facts: {lms, function, errorcode and waitMs where they are told}. */
export function lmsTrouble(
  asked: AskedOf,
  code: ProblemCode,
  detail: string,
  told: { errorcode?: string; waitMs?: number; cause?: unknown } = {},
): Problem {
  const { cause, ...facts } = told;
  return new Problem(code, {
    detail: `${asked.function}: ${detail}`,
    facts: { lms: asked.lms, function: asked.function, ...facts },
    cause,
  });
}
