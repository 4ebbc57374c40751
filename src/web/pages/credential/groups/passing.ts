/** Group "passing": the award rule, from evidence that plain LTI can give, combined with all, any or at least so many. */
import { z } from 'zod';
import {
  conditionsOf,
  type AwardRule,
  type Combination,
  type Condition,
  type Period,
  type Threshold,
} from '../../../../domain/micro-credentials/award-rule.js';
import type { DraftDefinition } from '../../../../domain/micro-credentials/definition.js';
import type { Activity, FormValues, GroupReading } from './group.js';
import { readValues, type ValueReader } from './read-values.js';

/** More than the page has ways to choose: whoever asks for too many is told so by the review of the draft. */
const mostNeeded = 20;

export function readPassing(values: FormValues, { linkId, course }: Activity): GroupReading {
  const read = readValues(values);
  const links = course.links.map(({ id }) => id);
  const link = (name: string): string => read.choice(name, links) ?? linkId;
  const conditions: Condition[] = [];
  if (read.ticked('useAccess')) {
    conditions.push({ kind: 'restricted-activity', linkId: link('accessLink') });
  }
  if (read.ticked('useScore')) {
    const scoreLink = link('scoreLink');
    const threshold = readThreshold(read);
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
  const combine = read.choice('combine', ['all', 'any', 'at-least'] as const) ?? 'all';
  const count = combine === 'at-least' ? read.wholeNumber('atLeast', 1, mostNeeded) : undefined;
  if (combine === 'at-least' && count === undefined) read.fault('atLeast', 'how-many');
  // A rule without the condition that could not be read would ask less than was meant: then the saved one stays.
  if (read.faults.length > 0) return { changes: {}, faults: read.faults };
  return { changes: { rule: combined(combine, count ?? 1, conditions) }, faults: [] };
}

/** Days as a date field sends them; one left empty bounds nothing. */
function readPeriod(read: ValueReader, of: 'score' | 'examiner'): Period {
  const day = (name: string): string | undefined => {
    const text = read.text(name, 20);
    if (text === '' || z.iso.date().safeParse(text).success) return text || undefined;
    read.fault(name, 'date');
    return undefined;
  };
  const notBefore = day(`${of}NotBefore`);
  const notAfter = day(`${of}NotAfter`);
  return { ...(notBefore && { notBefore }), ...(notAfter && { notAfter }) };
}

const mostPoints = 1_000_000;

/** A page that tells no unit asks for percent. */
function readThreshold(read: ValueReader): Threshold | undefined {
  const unit = read.choice('thresholdUnit', ['percent', 'points'] as const) ?? 'percent';
  const most = unit === 'percent' ? 100 : mostPoints;
  const text = read.text('threshold').replace(',', '.');
  const value = Number(text);
  if (/^\d{1,7}(\.\d+)?$/.test(text) && value <= most)
    return unit === 'percent' ? { thresholdPercent: value } : { thresholdPoints: value };
  read.fault('threshold', unit);
  return undefined;
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
      case 'activity-grade':
      case 'activity-completion':
      case 'course-total':
      case 'course-completion':
      case 'competency':
        break;
    }
  }
  return values;
}
