/** Who of a jury may be named, as the answer of a rule tells it. Pure. */
import type { ConditionResult } from './verdict.js';

/** Empty unless both examiners agreed to be named. */
export function namedExaminers({ details }: Pick<ConditionResult, 'details'>): string[] {
  return [details['examinerOne'], details['examinerTwo']].filter((name) => typeof name === 'string');
}
