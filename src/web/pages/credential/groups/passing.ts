/** Group "passing": the award rule, from evidence that plain LTI can give, combined with all or any. */
import {
  conditionsOf,
  type AwardRule,
  type Condition,
} from '../../../../domain/micro-credentials/award-rule.js';
import type { DraftDefinition } from '../../../../domain/micro-credentials/definition.js';
import type { Activity, FormValues, GroupReading } from './group.js';
import { readValues } from './read-values.js';

export function readPassing(values: FormValues, { linkId, course }: Activity): GroupReading {
  const read = readValues(values);
  const links = course.links.map(({ id }) => id);
  const link = (name: string): string => read.choice(name, links) ?? linkId;
  const conditions: Condition[] = [];
  if (read.ticked('useAccess')) {
    conditions.push({ kind: 'restricted-activity', linkId: link('accessLink') });
  }
  if (read.ticked('useScore')) {
    const text = read.text('threshold').replace(',', '.');
    const thresholdPercent = Number(text);
    if (!/^\d{1,3}(\.\d+)?$/.test(text) || thresholdPercent > 100) read.fault('threshold', 'percent');
    else conditions.push({ kind: 'own-line-item', linkId: link('scoreLink'), thresholdPercent });
  }
  if (read.ticked('useExaminer')) conditions.push({ kind: 'examiner-confirmation' });
  const combine = read.choice('combine', ['all', 'any'] as const) ?? 'all';
  // A rule without the condition that could not be read would ask less than was meant: then the saved one stays.
  if (read.faults.length > 0) return { changes: {}, faults: read.faults };
  const rule: AwardRule | undefined = conditions.length === 0 ? undefined : { kind: combine, of: conditions };
  return { changes: { rule }, faults: [] };
}

export function showPassing(draft: DraftDefinition): Record<string, string> {
  const values: Record<string, string> = { combine: draft.rule?.kind === 'any' ? 'any' : 'all' };
  for (const condition of draft.rule ? conditionsOf(draft.rule) : []) {
    switch (condition.kind) {
      case 'restricted-activity':
        values.useAccess = 'yes';
        values.accessLink = condition.linkId;
        break;
      case 'own-line-item':
        values.useScore = 'yes';
        values.scoreLink = condition.linkId;
        values.threshold = String(condition.thresholdPercent);
        break;
      case 'examiner-confirmation':
        values.useExaminer = 'yes';
        break;
    }
  }
  return values;
}
