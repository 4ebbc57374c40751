/** The part of the group "passing" that the LMS's own web services prove: read from its form, and shown in it. */
import type { RecordsOffered } from '../../../../domain/evidence/records-offered.js';
import {
  conditionsOf,
  needsRecords,
  type AwardRule,
  type RecordItem,
  type RecordsCondition,
  type ScoreThreshold,
} from '../../../../domain/micro-credentials/award-rule.js';
import { gradeChoices, gradeChoiceOf } from './grade-choices.js';
import { readPeriod, readThreshold } from './passing-values.js';
import type { ValueReader } from './read-values.js';

export type Choosable = 'activity-grade' | 'activity-completion' | 'competency';

/** The conditions of a rule that need the LMS's records. */
export const recordsConditions = (rule: AwardRule | undefined): RecordsCondition[] =>
  rule ? conditionsOf(rule).filter(needsRecords) : [];

/** What may be chosen: what the LMS has now, and what is saved, which may be gone or out of reach. */
export function itemsFor(
  kind: Choosable,
  offered: RecordsOffered | undefined,
  rule: AwardRule | undefined,
): RecordItem[] {
  const lists = {
    'activity-grade': offered?.columns,
    'activity-completion': offered?.activities,
    competency: offered?.competencies,
  };
  const asked = lists[kind];
  const there: RecordItem[] = asked && 'answer' in asked ? asked.answer : [];
  const saved = recordsConditions(rule).flatMap((one) =>
    'item' in one && one.kind === kind ? [one.item] : [],
  );
  return [...there, ...saved.filter(({ id }) => !there.some((one) => one.id === id))];
}

/** How many of each kind the form takes, and the end of the names of their fields: '' for the first, '2', '3' ... */
const places: Record<Choosable, readonly string[]> = {
  'activity-grade': ['', '2', '3'],
  'activity-completion': ['', '2', '3', '4', '5'],
  competency: ['', '2', '3'],
};

/** The further places of a kind, behind the first. */
export const furtherPlaces = (kind: Choosable): readonly string[] => places[kind].slice(1);

export function readRecords(
  read: ValueReader,
  offered: RecordsOffered | undefined,
  rule: AwardRule | undefined,
): RecordsCondition[] {
  /** What was chosen of `from` in each place, by value; in the first something has to be. */
  const chosenOf = <T>(field: string, kind: Choosable, from: Map<string, T>): { one: T; place: string }[] =>
    places[kind].flatMap((place) => {
      const name = `${field}${place}`;
      const one = from.get(read.choice(name, [...from.keys()]) ?? '');
      if (one === undefined && place === '') read.fault(name, 'choice');
      return one === undefined ? [] : [{ one, place }];
    });
  const chosen = (field: string, kind: Choosable): { item: RecordItem; place: string }[] => {
    const items = new Map(itemsFor(kind, offered, rule).map((one) => [one.id, one]));
    return chosenOf(field, kind, items).map(({ one: { id, name }, place }) => ({
      item: { id, name },
      place,
    }));
  };
  const conditions: RecordsCondition[] = [];
  if (read.ticked('useGrade'))
    for (const { one, place } of chosenOf('gradeColumn', 'activity-grade', gradeChoices(offered, rule))) {
      const { item, level } = one;
      const threshold = level ?? readThreshold(read, `gradeThreshold${place}`, `gradeUnit${place}`);
      if (threshold)
        conditions.push({ kind: 'activity-grade', item, ...threshold, ...readPeriod(read, 'grade') });
    }
  if (read.ticked('useCompletion'))
    for (const { item, place } of chosen('completionActivity', 'activity-completion')) {
      const needs = read.choice(`completionNeeds${place}`, ['passed', 'completed'] as const) ?? 'passed';
      conditions.push({ kind: 'activity-completion', item, needs, ...readPeriod(read, 'completion') });
    }
  if (read.ticked('useTotal')) {
    const threshold = readThreshold(read, 'totalThreshold', 'totalUnit');
    if (threshold) conditions.push({ kind: 'course-total', ...threshold, ...readPeriod(read, 'total') });
  }
  if (read.ticked('useCourse')) conditions.push({ kind: 'course-completion', ...readPeriod(read, 'course') });
  if (read.ticked('useCompetency'))
    for (const { item } of chosen('competency', 'competency'))
      conditions.push({ kind: 'competency', item, ...readPeriod(read, 'competency') });
  return conditions;
}

/** Values of the form for the conditions of a rule. */
export function showRecords(rule: AwardRule | undefined): Record<string, string> {
  const values: Record<string, string> = {};
  const taken = { 'activity-grade': 0, 'activity-completion': 0, competency: 0 };
  for (const condition of recordsConditions(rule)) {
    const place = 'item' in condition ? places[condition.kind][taken[condition.kind]++] : '';
    if (place !== undefined) Object.assign(values, showRecord(condition, place));
  }
  return values;
}

function showRecord(condition: RecordsCondition, place: string): Record<string, string> {
  const days = (of: string): Record<string, string> => ({
    [`${of}NotBefore`]: condition.notBefore ?? '',
    [`${of}NotAfter`]: condition.notAfter ?? '',
  });
  switch (condition.kind) {
    case 'activity-grade':
      return {
        useGrade: 'yes',
        [`gradeColumn${place}`]: gradeChoiceOf(condition),
        ...('thresholdLevel' in condition
          ? {}
          : showThreshold(condition, `gradeThreshold${place}`, `gradeUnit${place}`)),
        ...days('grade'),
      };
    case 'activity-completion':
      return {
        useCompletion: 'yes',
        [`completionActivity${place}`]: condition.item.id,
        [`completionNeeds${place}`]: condition.needs,
        ...days('completion'),
      };
    case 'course-total':
      return {
        useTotal: 'yes',
        ...showThreshold(condition, 'totalThreshold', 'totalUnit'),
        ...days('total'),
      };
    case 'course-completion':
      return { useCourse: 'yes', ...days('course') };
    case 'competency':
      return { useCompetency: 'yes', [`competency${place}`]: condition.item.id, ...days('competency') };
  }
}

function showThreshold(asked: ScoreThreshold, threshold: string, unit: string): Record<string, string> {
  return 'thresholdPoints' in asked
    ? { [unit]: 'points', [threshold]: String(asked.thresholdPoints) }
    : { [unit]: 'percent', [threshold]: String(asked.thresholdPercent) };
}
