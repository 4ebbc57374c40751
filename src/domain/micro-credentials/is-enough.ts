/** Would a kind of evidence alone meet a rule, whatever else is missing? Pure. */
import { type AwardRule, type Condition, neededOf } from './award-rule.js';

export function isEnough(rule: AwardRule, kind: Condition['kind']): boolean {
  if (!('of' in rule)) return rule.kind === kind;
  return rule.of.length > 0 && rule.of.filter((part) => isEnough(part, kind)).length >= neededOf(rule);
}
