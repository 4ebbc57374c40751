/** What proves one learning outcome: the form of the group "passing", with the outcome's own rule in the place of that for the whole. */
import type { DraftDefinition, LearningOutcome } from '../../../../domain/micro-credentials/definition.js';
import type { Activity, FormValues, GroupReading } from './group.js';
import { readPassing } from './passing.js';

/** The draft as that form sees it. */
export function draftOfOutcome(draft: DraftDefinition, { provenBy }: LearningOutcome): DraftDefinition {
  return { ...draft, rule: provenBy };
}

/** Where nothing is chosen, the outcome has no rule of its own any more. */
export function readOutcomeRule(
  values: FormValues,
  draft: DraftDefinition,
  outcome: LearningOutcome,
  activity: Activity,
): GroupReading {
  const { changes, faults } = readPassing(values, draftOfOutcome(draft, outcome), activity);
  if (!('rule' in changes)) return { changes: {}, faults };
  const { rule: provenBy } = changes;
  const outcomes = draft.outcomes.map((one) => (one.id === outcome.id ? { ...one, provenBy } : one));
  return { changes: { outcomes }, faults };
}
