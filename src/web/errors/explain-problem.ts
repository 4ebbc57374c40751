/** The words for a problem: what happened, what to do next, and where the LMS matters, the step in that LMS. */
import { lmsFamilies } from '../../domain/platforms/platform.js';
import type { Problem } from '../../shared/problem.js';
import type { Language } from '../middleware/language.js';
import type { Words } from '../middleware/words.js';

export interface Explanation {
  title: string;
  what: string;
  next: string;
  /** For the people who look after the LMS: the step in their LMS, or in each one when it is not known which. */
  lmsSteps: { lms: string; step: string }[];
}

/** `facts.about` tells of what it is, where there are words of their own for that. */
export function explainProblem(words: Words, language: Language, problem: Problem): Explanation {
  const { about } = problem.facts;
  const plain = `errors:${problem.code}`;
  const own = typeof about === 'string' ? `${plain}.${about}` : plain;
  const say = (part: string): string =>
    words.t(language, `${words.has(language, `${own}.${part}`) ? own : plain}.${part}`);
  const family = lmsFamilies.find((known) => known === problem.facts['lms']);
  const told = family ? [family] : lmsFamilies;
  return {
    title: say('title'),
    what: say('what'),
    next: say('next'),
    lmsSteps: told
      .filter((lms) => words.has(language, `errors:${problem.code}.${lms}`))
      .map((lms) => ({ lms: words.t(language, `common:lms.${lms}`), step: say(lms) })),
  };
}
