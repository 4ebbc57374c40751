/** Under which key the words for a condition stand. */
import type { Condition } from '../../domain/micro-credentials/award-rule.js';

/** Of a condition, or of what is told of it. */
export function ruleKey(one: { kind: Condition['kind']; needs?: 'passed' | 'completed' }): string {
  return one.needs === undefined ? one.kind : `${one.kind}-${one.needs}`;
}
