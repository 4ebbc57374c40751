/**
 * All that counts as passing, as one rule: what proves each learning outcome by itself, and the rule for the whole. A definition
 * without rules of outcomes has its rule for the whole and nothing else, as every one had before there were such rules.
 */
import type { AwardRule, Combination } from './award-rule.js';
import type { DraftDefinition } from './definition.js';

export type RuleParts = Pick<DraftDefinition, 'outcomes' | 'rule'>;

/** A part for each outcome that has a rule of its own, then the rule for the whole. Of nothing nothing is known: never met. */
export function ruleOf({ outcomes, rule }: RuleParts): AwardRule {
  const parts = outcomes.flatMap(({ id, provenBy }) => (provenBy ? [proving(id, provenBy)] : []));
  if (parts.length === 0) return rule ?? { kind: 'all', of: [] };
  return { kind: 'all', of: rule ? [...parts, rule] : parts };
}

function proving(outcomeId: string, rule: AwardRule): Combination {
  return 'of' in rule ? { ...rule, outcomeId } : { kind: 'all', of: [rule], outcomeId };
}

/** True where a draft says anything of passing. */
export function saysWhatPasses({ outcomes, rule }: RuleParts): boolean {
  return rule !== undefined || outcomes.some(({ provenBy }) => provenBy !== undefined);
}
