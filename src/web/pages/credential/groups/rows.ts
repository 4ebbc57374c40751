/** Repeated parts of a form are numbered: outcome-0-text, outcome-1-text ... */
import type { FormValues } from './group.js';

/** Most rows that one form may send. */
const mostRows = 60;

/** The row numbers that a form sent for a part, in order. */
export function rowsSent(values: FormValues, part: string): number[] {
  const found = new Set<number>();
  for (const name of Object.keys(values)) {
    const match = new RegExp(`^${part}-(\\d{1,2})-`).exec(name);
    if (match?.[1] !== undefined && Number(match[1]) < mostRows) found.add(Number(match[1]));
  }
  return [...found].sort((a, b) => a - b);
}

/** Row numbers to show: those that are filled and `spare` empty ones behind. */
export function rowsToShow(filled: number, spare: number): number[] {
  return Array.from({ length: Math.min(filled + spare, mostRows) }, (_, row) => row);
}
