/** The part of the group "passing" that the LMS's own web services prove: read from its form, and shown in it. */
import type { RecordsOffered } from '../../../../domain/evidence/records-offered.js';
import {
  conditionsOf,
  needsRecords,
  type AwardRule,
  type RecordItem,
  type RecordsCondition,
} from '../../../../domain/micro-credentials/award-rule.js';
import { readPeriod, readThreshold } from './passing-values.js';
import type { ValueReader } from './read-values.js';

type Choosable = 'activity-grade' | 'activity-completion' | 'competency';

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

export function readRecords(
  read: ValueReader,
  offered: RecordsOffered | undefined,
  rule: AwardRule | undefined,
): RecordsCondition[] {
  const item = (name: string, kind: Choosable): RecordItem | undefined => {
    const items = itemsFor(kind, offered, rule);
    const id = read.choice(
      name,
      items.map((one) => one.id),
    );
    const found = items.find((one) => one.id === id);
    if (!found) {
      read.fault(name, 'choice');
      return undefined;
    }
    return { id: found.id, name: found.name };
  };
  const conditions: RecordsCondition[] = [];
  if (read.ticked('useGrade')) {
    const column = item('gradeColumn', 'activity-grade');
    const threshold = readThreshold(read, 'grade');
    if (column && threshold)
      conditions.push({ kind: 'activity-grade', item: column, ...threshold, ...readPeriod(read, 'grade') });
  }
  if (read.ticked('useCompletion')) {
    const activity = item('completionActivity', 'activity-completion');
    const needs = read.choice('completionNeeds', ['passed', 'completed'] as const) ?? 'passed';
    if (activity)
      conditions.push({
        kind: 'activity-completion',
        item: activity,
        needs,
        ...readPeriod(read, 'completion'),
      });
  }
  if (read.ticked('useTotal')) {
    const threshold = readThreshold(read, 'total');
    if (threshold) conditions.push({ kind: 'course-total', ...threshold, ...readPeriod(read, 'total') });
  }
  if (read.ticked('useCourse')) conditions.push({ kind: 'course-completion', ...readPeriod(read, 'course') });
  if (read.ticked('useCompetency')) {
    const competency = item('competency', 'competency');
    if (competency)
      conditions.push({ kind: 'competency', item: competency, ...readPeriod(read, 'competency') });
  }
  return conditions;
}

/** Values of the form for one condition. */
export function showRecord(condition: RecordsCondition): Record<string, string> {
  const days = (of: string): Record<string, string> => ({
    [`${of}NotBefore`]: condition.notBefore ?? '',
    [`${of}NotAfter`]: condition.notAfter ?? '',
  });
  switch (condition.kind) {
    case 'activity-grade':
      return {
        useGrade: 'yes',
        gradeColumn: condition.item.id,
        ...showThreshold('grade', condition),
        ...days('grade'),
      };
    case 'activity-completion':
      return {
        useCompletion: 'yes',
        completionActivity: condition.item.id,
        completionNeeds: condition.needs,
        ...days('completion'),
      };
    case 'course-total':
      return { useTotal: 'yes', ...showThreshold('total', condition), ...days('total') };
    case 'course-completion':
      return { useCourse: 'yes', ...days('course') };
    case 'competency':
      return { useCompetency: 'yes', competency: condition.item.id, ...days('competency') };
  }
}

function showThreshold(of: 'grade' | 'total', condition: RecordsCondition): Record<string, string> {
  if ('thresholdPoints' in condition)
    return { [`${of}Unit`]: 'points', [`${of}Threshold`]: String(condition.thresholdPoints) };
  if ('thresholdPercent' in condition)
    return { [`${of}Unit`]: 'percent', [`${of}Threshold`]: String(condition.thresholdPercent) };
  return {};
}
