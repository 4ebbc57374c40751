/** Group "level": M7 notional workload (ECTS wherever possible, otherwise hours) and M8 level and cycle. */
import type { DraftDefinition } from '../../../../domain/micro-credentials/definition.js';
import { cycleCodes } from '../../../../domain/micro-credentials/vocabularies.js';
import type { FormValues, GroupReading } from './group.js';
import { readValues } from './read-values.js';

export function readLevel(values: FormValues): GroupReading {
  const read = readValues(values);
  const decimal = (name: 'ects' | 'hours', shape: RegExp, most: number): string | undefined => {
    const text = read.text(name).replace(',', '.');
    if (text === '' || shape.test(text)) return text || undefined;
    read.fault(name, name, { most });
    return undefined;
  };
  const ects = decimal('ects', /^\d{1,3}(\.\d{1,2})?$/, 999.99);
  const hours = decimal('hours', /^\d{1,5}(\.\d{1,2})?$/, 99_999.99);

  const eqf = read.wholeNumber('eqf', 8);
  const nqf = read.optionalText('nqf');
  const cycle = read.choice('cycle', cycleCodes);
  const reason = read.text('levelReason');
  // What is filled in below tells which of the two was meant, where neither was chosen.
  const meant = eqf !== undefined || nqf || cycle ? 'eqf' : reason ? 'not-applicable' : undefined;
  const kind = read.choice('levelKind', ['eqf', 'not-applicable'] as const) ?? meant;
  if (kind === 'eqf' && eqf === undefined)
    read.fault('eqf', 'choice', { unsaved: ['levelKind', 'nqf', 'cycle'] });
  let level: DraftDefinition['level'];
  if (kind === 'eqf' && eqf !== undefined) {
    level = { kind, eqf, nqf, cycle };
  } else if (kind === 'not-applicable') {
    level = { kind, reason };
  }
  return {
    changes: {
      workload: { ects, hours: hours === undefined ? undefined : Number(hours) },
      level,
    },
    faults: read.faults,
  };
}

export function showLevel(draft: DraftDefinition): Record<string, string> {
  const eqf = draft.level?.kind === 'eqf' ? draft.level : undefined;
  return {
    ects: draft.workload.ects ?? '',
    hours: draft.workload.hours === undefined ? '' : String(draft.workload.hours),
    levelKind: draft.level?.kind ?? '',
    eqf: eqf ? String(eqf.eqf) : '',
    nqf: eqf?.nqf ?? '',
    cycle: eqf?.cycle ?? '',
    levelReason: draft.level?.kind === 'not-applicable' ? draft.level.reason : '',
  };
}
