/** Group "passing": the award rule, from evidence of plain LTI and of the LMS's own records, combined with all, any or at least so many. */
import {
  conditionsOf,
  type AwardRule,
  type Combination,
  type Condition,
} from '../../../../domain/micro-credentials/award-rule.js';
import type { DraftDefinition } from '../../../../domain/micro-credentials/definition.js';
import type { Activity, FormValues, GroupReading } from './group.js';
import { readRecords, showRecords } from './passing-records.js';
import { readPeriod, readThreshold } from './passing-values.js';
import { readValues } from './read-values.js';

/** More than the page has ways to choose: whoever asks for too many is told so by the review of the draft. */
const mostNeeded = 20;

export function readPassing(
  values: FormValues,
  draft: DraftDefinition,
  { linkId, course, offered }: Activity,
): GroupReading {
  const read = readValues(values);
  const links = course.links.map(({ id }) => id);
  const link = (name: string): string => read.choice(name, links) ?? linkId;
  const conditions: Condition[] = [];
  if (read.ticked('useAccess')) {
    conditions.push({ kind: 'restricted-activity', linkId: link('accessLink') });
  }
  if (read.ticked('useScore')) {
    const scoreLink = link('scoreLink');
    const threshold = readThreshold(read, 'threshold', 'thresholdUnit');
    if (threshold)
      conditions.push({
        kind: 'own-line-item',
        linkId: scoreLink,
        ...threshold,
        ...readPeriod(read, 'score'),
      });
  }
  if (read.ticked('useExaminer')) {
    conditions.push({ kind: 'examiner-confirmation', ...readPeriod(read, 'examiner') });
  }
  if (read.ticked('useJury')) {
    conditions.push({ kind: 'jury-decision', ...readPeriod(read, 'jury') });
  }
  conditions.push(...readRecords(read, offered, draft.rule));
  const combine = read.choice('combine', ['all', 'any', 'at-least'] as const) ?? 'all';
  const count = combine === 'at-least' ? read.wholeNumber('atLeast', mostNeeded) : undefined;
  if (combine === 'at-least' && count === undefined) read.fault('atLeast', 'number', { most: mostNeeded });
  // A rule without the condition that could not be read would ask less than was meant: then the saved one stays.
  if (read.faults.length > 0) return { changes: {}, faults: read.faults };
  return { changes: { rule: combined(combine, count ?? 1, conditions) }, faults: [] };
}

function combined(kind: Combination['kind'], count: number, of: Condition[]): AwardRule | undefined {
  if (of.length === 0) return undefined;
  return kind === 'at-least' ? { kind, count, of } : { kind, of };
}

export function showPassing(draft: DraftDefinition): Record<string, string> {
  const { rule } = draft;
  const values: Record<string, string> = { combine: rule && 'of' in rule ? rule.kind : 'all' };
  if (rule?.kind === 'at-least') values.atLeast = String(rule.count);
  for (const condition of rule ? conditionsOf(rule) : []) {
    switch (condition.kind) {
      case 'restricted-activity':
        values.useAccess = 'yes';
        values.accessLink = condition.linkId;
        break;
      case 'own-line-item':
        values.useScore = 'yes';
        values.scoreLink = condition.linkId;
        values.scoreNotBefore = condition.notBefore ?? '';
        values.scoreNotAfter = condition.notAfter ?? '';
        values.thresholdUnit = 'thresholdPoints' in condition ? 'points' : 'percent';
        values.threshold = String(
          'thresholdPoints' in condition ? condition.thresholdPoints : condition.thresholdPercent,
        );
        break;
      case 'examiner-confirmation':
        values.useExaminer = 'yes';
        values.examinerNotBefore = condition.notBefore ?? '';
        values.examinerNotAfter = condition.notAfter ?? '';
        break;
      case 'jury-decision':
        values.useJury = 'yes';
        values.juryNotBefore = condition.notBefore ?? '';
        values.juryNotAfter = condition.notAfter ?? '';
        break;
      case 'activity-grade':
      case 'activity-completion':
      case 'course-total':
      case 'course-completion':
      case 'competency':
        break;
    }
  }
  return { ...values, ...showRecords(rule) };
}
