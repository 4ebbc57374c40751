/** The days that count, in words: "on or before 30 June 2026". */
import type { Period } from '../../domain/micro-credentials/award-rule.js';
import type { Say } from './words-of.js';

export function periodText({ notBefore, notAfter }: Period, say: Say, day: (date: Date) => string): string {
  const told = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : day(new Date(`${text}T00:00:00Z`));
  const sides = notBefore === undefined ? 'until' : notAfter === undefined ? 'from' : 'between';
  return say(`common:period.${sides}`, { from: told(notBefore), until: told(notAfter) });
}
