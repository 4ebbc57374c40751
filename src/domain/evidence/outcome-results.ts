/** How each learning outcome stands: by its own rule, or by the rule for the whole. Pure. */
import { metConditions } from './condition-results.js';
import type { CombinedResult, ConditionResult, RuleResult, Verdict } from './verdict.js';

export interface ResultParts {
  /** By outcome: the answers of their own rules. */
  outcomes: ReadonlyMap<string, CombinedResult>;
  /** The answer of the rule for the whole; undefined where every outcome is proven by itself. */
  whole?: RuleResult;
}

/** @param result of a rule as rule-of.ts makes it */
export function resultParts(result: RuleResult): ResultParts {
  const outcomes = new Map<string, CombinedResult>();
  if (result.kind === 'condition') return { outcomes, whole: result };
  const others: RuleResult[] = [];
  for (const part of result.of) {
    if (part.kind !== 'condition' && part.outcomeId !== undefined) outcomes.set(part.outcomeId, part);
    else others.push(part);
  }
  return outcomes.size === 0 ? { outcomes, whole: result } : { outcomes, whole: others[0] };
}

/** Proven (met), not proven, or unknown; of an outcome without any rule nothing is known. */
export function outcomeVerdict({ outcomes, whole }: ResultParts, outcomeId: string): Verdict {
  return (outcomes.get(outcomeId) ?? whole)?.verdict ?? 'unknown';
}

/** What an award rests on, from left to right, each with the outcome that it proves by itself; undefined: it counts for the whole. */
export function metByOutcome(result: RuleResult): { result: ConditionResult; outcomeId?: string }[] {
  const { outcomes, whole } = resultParts(result);
  return [
    ...[...outcomes].flatMap(([outcomeId, part]) =>
      metConditions(part).map((met) => ({ result: met, outcomeId })),
    ),
    ...(whole ? metConditions(whole).map((met) => ({ result: met })) : []),
  ];
}
