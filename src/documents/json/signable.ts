/**
 * Makes a value fit to be signed: what verifiers read differently is taken out or refused. Control characters break signatures
 * in one widespread verifier; empty arrays and nulls must be left out; small fractions canonicalise differently elsewhere.
 * https://www.imsglobal.org/spec/ob/v3p0/#serialization
 */
import { Problem } from '../../shared/problem.js';
import type { JsonObject, JsonValue } from './json-value.js';

/** What builders write: as JSON, with undefined for what is not there. */
export type Draft = string | number | boolean | null | undefined | readonly Draft[] | DraftObject;
export interface DraftObject {
  readonly [key: string]: Draft;
}

/**
 * A deep copy without null, undefined and empty arrays; texts have LF line ends, spaces for tabs and no control characters.
 * @throws Problem document-invalid: a lone surrogate, or a number that is not safe (below 1 but not 0, beyond 2^53)
 */
export function signable(draft: DraftObject): JsonObject {
  return signableObject(draft);
}

function signableValue(draft: Draft): JsonValue | undefined {
  if (draft === undefined || draft === null) return undefined;
  if (typeof draft === 'string') return signableText(draft);
  if (typeof draft === 'number') return signableNumber(draft);
  if (typeof draft === 'boolean') return draft;
  if (isList(draft)) {
    const list = draft.map(signableValue).filter((value) => value !== undefined);
    return list.length > 0 ? list : undefined;
  }
  return signableObject(draft);
}

const isList = (draft: readonly Draft[] | DraftObject): draft is readonly Draft[] => Array.isArray(draft);

function signableObject(draft: DraftObject): JsonObject {
  const object: JsonObject = {};
  for (const [key, value] of Object.entries(draft)) {
    const clean = signableValue(value);
    if (clean !== undefined) object[key] = clean;
  }
  return object;
}

function signableText(text: string): string {
  if (/\p{Surrogate}/u.test(text))
    throw new Problem('document-invalid', { detail: 'a text has a lone surrogate' });
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' ? character : ''));
}

/** True when every known canonicaliser writes the number alike: 0, integers, and fractions of at least 1. */
export function isSafeNumber(value: number): boolean {
  return (
    Number.isFinite(value) &&
    Math.abs(value) <= Number.MAX_SAFE_INTEGER &&
    (value === 0 || Math.abs(value) >= 1)
  );
}

function signableNumber(value: number): number {
  if (!isSafeNumber(value))
    throw new Problem('document-invalid', { detail: `the number ${value} is not safe` });
  return value;
}
