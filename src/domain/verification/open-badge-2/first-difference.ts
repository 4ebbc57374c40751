/** Does a copy say what the original says? Leaves out what the original may say in other forms: contexts, links written as objects. */
import { isJsonObject, type JsonObject, type JsonValue, listOf } from '../../../documents/json/json-value.js';

/**
 * Path of the first thing in the copy that the original does not say; undefined when there is none. The original may say more.
 * @param linked members that may be a link in one and an object in the other: their ids are compared
 */
export function firstDifference(
  copy: JsonObject,
  original: JsonObject,
  linked: readonly string[] = [],
): string | undefined {
  for (const [name, given] of Object.entries(copy)) {
    if (name === '@context') continue;
    const there = original[name];
    if (there === undefined) return name;
    if (linked.includes(name)) {
      if (idOf(given) === undefined || idOf(given) !== idOf(there)) return name;
      continue;
    }
    const same = name === 'type' ? isSame(listOf(given), listOf(there)) : isSame(given, there);
    if (!same) return name;
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
