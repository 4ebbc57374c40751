/** Does a copy say what the original says? Leaves out what the original may say in other forms: contexts, links written as objects. */
import { isJsonObject, type JsonObject, type JsonValue, listOf } from '../../../documents/json/json-value.js';

export interface Difference {
  /** Path of what differs, with dots. */
  member: string;
  copy: JsonValue;
  /** Undefined when the original does not say it at all. */
  original?: JsonValue;
}

/**
 * The first thing in the copy that the original does not say; undefined when there is none. The original may say more.
 * @param linked members that may be a link in one and an object in the other: their ids are compared
 */
export function firstDifference(
  copy: JsonObject,
  original: JsonObject,
  linked: readonly string[] = [],
): Difference | undefined {
  for (const [member, given] of Object.entries(copy)) {
    if (member === '@context') continue;
    const there = original[member];
    const difference = { member, copy: given, original: there };
    if (there === undefined) return difference;
    if (linked.includes(member)) {
      const [id, itsId] = [idOf(given), idOf(there)];
      if (id === undefined || id !== itsId) return { member, copy: id ?? given, original: itsId ?? there };
      continue;
    }
    const same = member === 'type' ? isSame(listOf(given), listOf(there)) : isSame(given, there);
    if (!same) return difference;
  }
  return undefined;
}

/** The id of a link, whether it is written as text or as an object. */
export function idOf(value: JsonValue | undefined): string | undefined {
  const id = isJsonObject(value) ? value['id'] : value;
  return typeof id === 'string' ? id : undefined;
}

function isSame(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  if (left.length !== right.length) return false;
  const others = new Map(right);
  return left.every(([name, value]) => {
    const other = others.get(name);
    return other !== undefined && isSame(value, other);
  });
}
