/** How old evidence is: when the newest of several facts came to be, as the LMS or the examiner tells it. */
import type { Fact } from './fact.js';

/** Undefined when none of the facts has a date of its own; when the LMS was asked does not count. */
export function newestEvidence(facts: readonly Fact[]): Date | undefined {
  const dates = facts.flatMap((fact) => dateOf(fact) ?? []);
  return dates.length === 0 ? undefined : new Date(Math.max(...dates.map((date) => date.getTime())));
}

function dateOf(fact: Fact): Date | undefined {
  if ('launchedAt' in fact) return fact.launchedAt;
  if ('givenAt' in fact) return fact.givenAt;
  return 'at' in fact ? fact.at : undefined;
}
