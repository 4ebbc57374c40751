/**
 * Would it take too long to canonicalise? Documents of strangers may be made to: by their size, or by nodes that they name
 * `_:x` and knot together, which no badge needs. https://www.w3.org/TR/rdf-canon/#dataset-poisoning
 */
import { countValues } from '../../documents/json/count-values.js';
import { isClr } from '../../documents/clr/clr-shape.js';
import { mostInRecord, mostValuesOfRecord } from '../../documents/clr/record-limits.js';
import type { SdJwt } from '../../documents/sd-jwt/read-sd-jwt.js';
import { isJsonObject, type JsonObject, type JsonValue, listOf } from '../../documents/json/json-value.js';

/**
 * A full micro-credential has about 500 values, one of sixty outcomes with grades and five endorsements up to 4,800; each takes part
 * of a millisecond.
 */
export const mostValues = 5_000;

/** Each takes as long as the whole document; badges have one, rarely a second of another kind. */
export const mostProofs = 3;

export function isTooComplex(document: JsonObject): boolean {
  if (listOf(document['proof']).length > mostProofs) return true;
  const inside = isClr(document) ? credentialsIn(document) : [];
  if (inside.length > mostInRecord) return true;
  const most = inside.length > 0 ? mostValuesOfRecord : mostValues;
  return countValues(document, most) > most || namesBlankNodes(document);
}

/** A sealed text is checked as it stands, whatever is in it, and never canonicalised. */
export const hasTooManyValues = (document: JsonObject): boolean =>
  countValues(document, mostValuesOfRecord) > mostValuesOfRecord;

/** A credential for wallets is never canonicalised, but its claims are looked through. */
export function hasTooManyClaims({ claims, fault }: SdJwt): boolean {
  return fault === 'too-many' || fault === 'too-deep' || countValues(claims, mostValues) > mostValues;
}

function credentialsIn({ credentialSubject: subject }: JsonObject): JsonValue[] {
  return isJsonObject(subject) ? listOf(subject['verifiableCredential']) : [];
}

function namesBlankNodes(value: JsonValue): boolean {
  if (typeof value === 'string') return value.startsWith('_:');
  return typeof value === 'object' && value !== null && Object.values(value).some(namesBlankNodes);
}
