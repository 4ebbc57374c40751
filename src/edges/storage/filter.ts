/**
 * Filters of queries. A value is plain (text, number, date, true/false) or a condition made by a function of this file; any
 * other object, above all one with operators that came in with a request, is refused before the database sees it.
 * https://owasp.org/www-project-web-security-testing-guide/ (NoSQL injection)
 */
import mongoose from 'mongoose';
import { Problem } from '../../shared/problem.js';

type Plain = string | number | boolean | Date;

export class Condition {
  readonly operators: Readonly<Record<string, unknown>>;
  constructor(operators: Record<string, unknown>) {
    this.operators = operators;
  }
}

export type Filter = Readonly<Record<string, Plain | Condition>>;

export const after = (date: Date): Condition => new Condition({ $gt: plain(date) });
/** Only where the field is there. */
export const since = (date: Date): Condition => new Condition({ $gte: plain(date) });
/** In the order of the database. */
export const textAfter = (text: string): Condition => new Condition({ $gt: plain(text) });
/** In the order of the database; without an end where `before` is undefined. */
export const textFrom = (text: string, before?: string): Condition =>
  new Condition({ $gte: plain(text), ...(before !== undefined && { $lt: plain(before) }) });
/** Only where the field is there. */
export const upTo = (date: Date): Condition => new Condition({ $lte: plain(date) });
/** Also true where the field is missing. */
export const notAfter = (date: Date): Condition => new Condition({ $not: { $gt: plain(date) } });
/** Only where the field is there. */
export const lessThan = (number: number): Condition => new Condition({ $lt: plain(number) });
export const oneOf = (...values: string[]): Condition => new Condition({ $in: values.map(plain) });
/** Also true where the field is missing. */
export const noneOf = (...values: string[]): Condition => new Condition({ $nin: values.map(plain) });
/** Also true where the field is missing; for a list: none of its values. */
export const isNot = (value: Plain): Condition => new Condition({ $ne: plain(value) });
export const isMissing = (): Condition => new Condition({ $exists: false });
export const isThere = (): Condition => new Condition({ $exists: true });

/** The filter as the database takes it. @throws Problem request-invalid for any value that is not plain or a condition. */
export function toMongo(filter: Filter): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filter).map(([field, value]) => [
      field,
      value instanceof Condition ? mongoose.trusted({ ...value.operators }) : plain(value),
    ]),
  );
}

function plain(value: unknown): Plain {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
  throw new Problem('request-invalid', {
    detail: 'a value that was searched for is no text, number or date',
  });
}
