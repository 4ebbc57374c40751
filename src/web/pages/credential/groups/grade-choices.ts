/** What may be chosen as a grade in the gradebook: a column with points, or one level of a column on a scale; by the value of the form. */
import type { RecordsOffered } from '../../../../domain/evidence/records-offered.js';
import {
  conditionsOf,
  type AwardRule,
  type Condition,
  type LevelThreshold,
  type RecordItem,
} from '../../../../domain/micro-credentials/award-rule.js';

type GradeCondition = Extract<Condition, { kind: 'activity-grade' }>;

export interface GradeChoice {
  item: RecordItem;
  /** Undefined for a column with points: the threshold stands in its own fields. */
  level?: LevelThreshold;
  /** Of a column with points, where the LMS tells it now. */
  maximum?: number;
}

/** What the LMS has now, and what is saved, which may be gone, out of reach or on another scale by now. */
export function gradeChoices(
  offered: RecordsOffered | undefined,
  rule: AwardRule | undefined,
): Map<string, GradeChoice> {
  const columns = offered && 'answer' in offered.columns ? offered.columns.answer : [];
  const choices = new Map<string, GradeChoice>();
  for (const { id, name, maximum, levels } of columns) {
    const item = { id, name };
    if (!levels) choices.set(id, { item, maximum });
    for (const [index, levelName] of (levels ?? []).entries()) {
      const level = { thresholdLevel: index + 1, levels: maximum, ...(levelName && { levelName }) };
      choices.set(valueOf(item, level), { item, level });
    }
  }
  for (const saved of rule ? conditionsOf(rule) : [])
    if (saved.kind === 'activity-grade') keep(choices, saved);
  return choices;
}

/** A name that was known when the level was chosen stays where the LMS tells none now. */
function keep(choices: Map<string, GradeChoice>, saved: GradeCondition): void {
  const value = gradeChoiceOf(saved);
  const { item } = saved;
  const there = choices.get(value);
  if (!('thresholdLevel' in saved)) {
    if (!there) choices.set(value, { item });
    return;
  }
  const { thresholdLevel, levels, levelName } = saved;
  const level = { thresholdLevel, levels, ...(levelName !== undefined && { levelName }) };
  choices.set(value, { item: there?.item ?? item, level: { ...level, ...there?.level } });
}

/** The value of the form for a condition. */
export const gradeChoiceOf = (condition: GradeCondition): string =>
  valueOf(condition.item, 'thresholdLevel' in condition ? condition : undefined);

/** Of another number of levels it is another choice: nobody chose a level of that scale. */
const valueOf = ({ id }: RecordItem, level: LevelThreshold | undefined): string =>
  level ? `${id}.${level.thresholdLevel}.${level.levels}` : id;
