/** ECTS as the number that Open Badges has room for; the exact text stands in an alignment. https://www.imsglobal.org/spec/ob/v3p0/#achievement */
import { isSafeNumber } from '../json/signable.js';

/** The number, or undefined when canonicalisers may write it differently (below 1): then the text alone tells. */
export function creditNumber(ects: string | undefined): number | undefined {
  if (ects === undefined || !/^\d+(\.\d+)?$/.test(ects)) return undefined;
  const value = Number(ects);
  return isSafeNumber(value) && value > 0 ? value : undefined;
}
