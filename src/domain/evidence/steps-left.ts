/** How far somebody is from meeting a rule: the fewest conditions that still have to be met, each counted once wherever it is asked for. */
import { type Condition, neededOf } from '../micro-credentials/award-rule.js';
import type { RuleResult } from './verdict.js';

/**
 * 0 when the rule is met. A condition that could not be checked still has to be met. Where there is a choice between groups, each is looked at by
 * itself: groups that share conditions may be counted as a step more than it takes.
 */
export function stepsLeft(result: RuleResult): number {
  return lacking(result, new Set()).size;
}

/** What still has to be met besides what is to be met anyway. */
function lacking(result: RuleResult, anyway: ReadonlySet<string>): Set<string> {
  if (result.verdict === 'met') return new Set();
  if (result.kind === 'condition') {
    const key = keyOf(result.result.condition);
    return new Set(anyway.has(key) ? [] : [key]);
  }
  return result.kind === 'all' ? lackingOfAll(result.of, anyway) : lackingOfSome(result, anyway);
}

/** What has to be met in any case is taken first, that choices may make use of it. */
function lackingOfAll(parts: readonly RuleResult[], anyway: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const known = new Set(anyway);
  for (const part of [...parts].sort((a, b) => choiceIn(a) - choiceIn(b)))
    for (const key of lacking(part, known)) {
      found.add(key);
      known.add(key);
    }
  return found;
}

function lackingOfSome(
  some: Exclude<RuleResult, { kind: 'condition' | 'all' }>,
  anyway: ReadonlySet<string>,
): Set<string> {
  const parts = some.of.map((part) => lacking(part, anyway)).sort((a, b) => a.size - b.size);
  return new Set(parts.slice(0, neededOf(some)).flatMap((keys) => [...keys]));
}

function choiceIn(result: RuleResult): number {
  if (result.kind === 'condition') return 0;
  return result.kind === 'all' ? Math.max(0, ...result.of.map(choiceIn)) : 1;
}

const keyOf = (condition: Condition): string =>
  JSON.stringify(Object.entries(condition).sort(([a], [b]) => (a < b ? -1 : 1)));
