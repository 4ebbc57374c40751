/** Tells the answer about somebody of whom no facts are gathered at all: whoever teaches, or ever taught, in the course. */
import type { RuleResult } from './verdict.js';

/** True when every condition lacks its fact; an LMS that cannot be asked is a fact, with its trouble. */
export function nothingKnown(result: RuleResult): boolean {
  return result.kind === 'condition' ? result.result.reason === 'no-fact' : result.of.every(nothingKnown);
}
