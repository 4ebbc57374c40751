/** Whether what was seen lies within the days that count. Pure; days are those of UTC. */
import type { Period } from '../micro-credentials/award-rule.js';

/** @param at when it was true; undefined where nobody told */
export function withinPeriod(
  { notBefore, notAfter }: Period,
  at: Date | undefined,
): 'in-time' | 'too-early' | 'too-late' | 'date-unknown' {
  if (at === undefined || Number.isNaN(at.getTime())) return 'date-unknown';
  if (notBefore !== undefined && at < new Date(`${notBefore}T00:00:00.000Z`)) return 'too-early';
  if (notAfter !== undefined && at > new Date(`${notAfter}T23:59:59.999Z`)) return 'too-late';
  return 'in-time';
}
