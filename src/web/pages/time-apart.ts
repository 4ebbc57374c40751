/** How far a moment is from now, in words: "5 minutes ago", "in 2 hours". */
import type { Request } from 'express';
import { sayIn } from './words-of.js';

const minute = 60_000;
const units = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const;

export function timeApart(req: Request, moment: Date, now: Date): string {
  const apart = moment.getTime() - now.getTime();
  const [unit, size] = units.find(([, size]) => Math.abs(apart) >= size) ?? [];
  if (!unit || !size) return sayIn(req)(apart > 0 ? 'checks:time.inAMoment' : 'checks:time.momentAgo');
  const format = new Intl.RelativeTimeFormat(req.language, { numeric: 'always' });
  return format.format(Math.trunc(apart / size), unit);
}
