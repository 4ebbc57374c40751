/** Days and thresholds as the form of the group "passing" sends them. */
import { z } from 'zod';
import type { Period, ScoreThreshold } from '../../../../domain/micro-credentials/award-rule.js';
import type { ValueReader } from './read-values.js';

/** What each part of the form is called in the names of its fields. */
export type PassingPart =
  'score' | 'examiner' | 'jury' | 'grade' | 'completion' | 'total' | 'course' | 'competency';

/** Days as a date field sends them; one left empty bounds nothing. */
export function readPeriod(read: ValueReader, of: PassingPart): Period {
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
/** By the names of its two fields. A page that tells no unit asks for percent. Undefined after a fault was noted. */
export function readThreshold(
  read: ValueReader,
  threshold: string,
  unitName: string,
): ScoreThreshold | undefined {
  const unit = read.choice(unitName, ['percent', 'points'] as const) ?? 'percent';
  const most = unit === 'percent' ? 100 : mostPoints;
  const text = read.text(threshold).replace(',', '.');
  const value = Number(text);
  if (/^\d{1,7}(\.\d+)?$/.test(text) && value <= most)
    return unit === 'percent' ? { thresholdPercent: value } : { thresholdPoints: value };
  read.fault(threshold, unit, { most });
  return undefined;
}
