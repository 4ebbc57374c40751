/** Does a rule ask for a kind of evidence anywhere? Pure. */
import { conditionsOf, type AwardRule, type Condition } from './award-rule.js';

export function asksFor(rule: AwardRule, kind: Condition['kind']): boolean {
  return conditionsOf(rule).some((condition) => condition.kind === kind);
}
