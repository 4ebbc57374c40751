/** Repeated parts of a form are numbered: outcome-0-text, outcome-1-text ... */
import { mostFurtherBodies, mostOutcomes } from '../../../../domain/micro-credentials/definition.js';
import type { FormValues } from './group.js';

/** Most rows that one form may send of a part: as many as a draft may have, since those that are not shown would be lost by saving. */
const mostRows = (part: string): number => most[part] ?? 30;
const most: Readonly<Record<string, number>> = { outcome: mostOutcomes, body: mostFurtherBodies };

/** The row numbers that a form sent for a part, in order. */
export function rowsSent(values: FormValues, part: string): number[] {
  const found = new Set<number>();
  for (const name of Object.keys(values)) {
    const match = new RegExp(`^${part}-(\\d{1,2})-`).exec(name);
    if (match?.[1] !== undefined && Number(match[1]) < mostRows(part)) found.add(Number(match[1]));
  }
  return [...found].sort((a, b) => a - b);
}

/** Row numbers to show: those saved and an empty one behind; where a form came back, all that it sent. */
export function rowsToShow(saved: number, part: string, typed: FormValues | undefined): number[] {
  const sent = typed ? (rowsSent(typed, part).at(-1) ?? -1) + 1 : 0;
  return Array.from({ length: Math.min(Math.max(saved + 1, sent), mostRows(part)) }, (_, row) => row);
}

/** The id a row brought along, else one that no other row of the form or the draft has: parts are told apart by it. */
export function idOfRow(brought: string, letter: string, taken: Set<string>): string {
  let id = brought;
  for (let number = 1; !id; number++) {
    if (!taken.has(`${letter}${number}`)) id = `${letter}${number}`;
  }
  taken.add(id);
  return id;
}

/** The ids that the rows of a form brought along, and those of the draft: none of them may be given to a new row. */
export function idsTaken(values: FormValues, part: string, saved: readonly { id: string }[]): Set<string> {
  const brought = rowsSent(values, part).map((row) => values[`${part}-${row}-id`] ?? '');
  return new Set([...saved.map(({ id }) => id), ...brought].filter(Boolean));
}
