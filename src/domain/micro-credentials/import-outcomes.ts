/**
 * Competencies of the course become learning outcomes of a draft, and, if wanted, conditions of passing: the LMS rates them. What the
 * draft has already is not taken twice.
 */
import type { CourseCompetency } from '../courses/course-records.js';
import { conditionsOf, type AwardRule, type Condition } from './award-rule.js';
import type { DraftDefinition, LearningOutcome } from './definition.js';

export interface ImportedOutcomes {
  changes: Pick<DraftDefinition, 'outcomes' | 'rule'>;
  /** How many outcomes are new. */
  added: number;
  /** How many conditions are new; undefined: the rule is one that nothing can be added to without changing what it means. */
  asked: number | undefined;
}

/** Conditions of a kind that the form of passing holds. */
const mostRatings = 3;

/** True when an outcome of the draft says the same, or has the same code. */
export function isAmongOutcomes(draft: DraftDefinition, competency: CourseCompetency): boolean {
  const text = textOf(competency);
  return draft.outcomes.some(
    (one) =>
      (competency.code !== undefined && one.code === competency.code) ||
      Object.values(one.text).some((told) => told === text),
  );
}

/**
 * @param chosen in the LMS's order
 * @param input.assessmentId of the assessment that proves them; '' while not chosen
 * @param input.asksRating true: each must be rated proficient to pass
 */
export function importOutcomes(
  draft: DraftDefinition,
  chosen: readonly CourseCompetency[],
  input: { assessmentId: string; asksRating: boolean },
): ImportedOutcomes {
  const fresh = chosen.filter((one) => !isAmongOutcomes(draft, one));
  const outcomes: LearningOutcome[] = [...draft.outcomes];
  for (const competency of fresh)
    outcomes.push({
      id: freeId(outcomes),
      text: { [draft.language]: textOf(competency) },
      code: competency.code?.slice(0, 300),
      assessmentId: input.assessmentId,
    });
  const rule = input.asksRating ? withRatings(draft.rule, chosen) : { rule: draft.rule, asked: 0 };
  return {
    changes: { outcomes, rule: rule ? rule.rule : draft.rule },
    added: fresh.length,
    asked: rule?.asked,
  };
}

const textOf = ({ name, text }: CourseCompetency): string => (text ?? name).slice(0, 1000);

function freeId(outcomes: readonly LearningOutcome[]): string {
  const taken = new Set(outcomes.map(({ id }) => id));
  for (let number = outcomes.length + 1; ; number += 1) if (!taken.has(`o${number}`)) return `o${number}`;
}

/** Undefined where "one of these" or "so many of these" would come to mean something else. */
function withRatings(
  rule: AwardRule | undefined,
  chosen: readonly CourseCompetency[],
): { rule: AwardRule | undefined; asked: number } | undefined {
  const known = rule ? conditionsOf(rule) : [];
  const rated = known.flatMap((one) => (one.kind === 'competency' ? [one.item.id] : []));
  const more: Condition[] = chosen
    .filter(({ id }) => !rated.includes(id))
    .slice(0, Math.max(0, mostRatings - rated.length))
    .map(({ id, name }) => ({ kind: 'competency', item: { id, name: name.slice(0, 300) } }));
  const [first, ...others] = more;
  if (!first) return { rule, asked: 0 };
  const asked = more.length;
  if (!rule) return { rule: others.length === 0 ? first : { kind: 'all', of: more }, asked };
  if (rule.kind === 'any' || rule.kind === 'at-least') return undefined;
  return { rule: { kind: 'all', of: rule.kind === 'all' ? [...rule.of, ...more] : [rule, ...more] }, asked };
}
