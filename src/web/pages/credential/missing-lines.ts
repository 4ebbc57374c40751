/** What is still missing, in plain words, each with the place where it is filled in. */
import type { DraftDefinition } from '../../../domain/micro-credentials/definition.js';
import type { Missing } from '../../../domain/micro-credentials/missing-elements.js';
import type { Say } from '../words-of.js';
import { groupOfElement, type GroupName } from './groups/group.js';

export interface MissingLine {
  text: string;
  link: string;
  group: GroupName;
}

export function missingLines(
  missing: readonly Missing[],
  draft: DraftDefinition,
  visitPath: string,
  words: Say,
): MissingLine[] {
  return missing.map((item) => {
    const { needed, chosen } = item;
    const group = groupOfElement[item.element] ?? 'about';
    const number = numberOf(item, draft);
    const text = words(`missing.${keyOf(item)}`, { number, needed, chosen });
    const link = `${visitPath}/credential/${group}`;
    if (item.element !== 'rule' || item.outcomeId === undefined) return { group, text, link };
    return {
      group,
      text: item.code === 'rule-outcome-empty' ? text : words('missing.ofOutcome', { number, text }),
      link: `${link}/${item.outcomeId}`,
    };
  });
}

/** Of a number that cannot be reached it is told in which group it stands: that of an outcome, whose number is told, or that of the whole. */
const keyOf = ({ code, outcomeId }: Missing): string =>
  code === 'rule-too-many-needed' && outcomeId === undefined ? `${code}-whole` : code;

/** 1 for the first outcome or assessment that the item speaks of. */
function numberOf(item: Missing, draft: DraftDefinition): number {
  const ids = [item.outcomeId, item.assessmentId];
  const list = item.outcomeId !== undefined ? draft.outcomes : draft.assessments;
  return list.findIndex(({ id }) => ids.includes(id)) + 1;
}
