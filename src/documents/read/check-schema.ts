/**
 * Is it a right Open Badges 3.0 credential? Stricter than most verifiers: nulls, empty lists and numbers such as 3.0 are
 * refused, because others read them differently. https://www.imsglobal.org/spec/ob/v3p0/#verification
 */
import { isClr, strictClr, tolerantClr } from '../clr/clr-shape.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { strictCredential, tolerantCredential } from '../open-badge-3/credential-shape.js';
import { isEndorsement, strictEndorsement, tolerantEndorsement } from '../open-badge-3/endorsement-shape.js';
import { type Check, failed, passed } from './check.js';
import type { CredentialReading } from './reading.js';

/** details.path: the first place that is wrong. details.endorsements: embedded endorsements, which are not verified. */
export function checkSchema(reading: CredentialReading): Check {
  const { credential, oddNumbers } = reading;
  const hole = emptyValue(credential, '');
  if (hole !== undefined) return failed('schema', 'empty-value', { path: hole });
  if (oddNumbers > 0) return failed('schema', 'odd-number', { count: oddNumbers });
  const shapes = shapesOf(credential);
  const isStrict = shapes.strict.safeParse(credential).success;
  const tolerant = isStrict ? undefined : shapes.tolerant.safeParse(credential);
  if (tolerant?.error) {
    const [issue] = tolerant.error.issues;
    return failed('schema', 'shape-wrong', { path: issue?.path.join('.') ?? '' });
  }
  const endorsements = countOf(credential, ['endorsement', 'endorsementJwt']);
  const details = endorsements > 0 ? { endorsements } : undefined;
  return passed('schema', isStrict ? 'shape-right' : 'shape-right-single-values', details);
}

function shapesOf(credential: JsonObject) {
  if (isClr(credential)) return { strict: strictClr, tolerant: tolerantClr };
  return isEndorsement(credential)
    ? { strict: strictEndorsement, tolerant: tolerantEndorsement }
    : { strict: strictCredential, tolerant: tolerantCredential };
}

/** Path of the first null or empty array. */
function emptyValue(value: JsonValue, path: string): string | undefined {
  if (value === null) return path;
  if (typeof value !== 'object') return undefined;
  if (Array.isArray(value) && value.length === 0) return path;
  for (const [name, inner] of Object.entries(value)) {
    const found = emptyValue(inner, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function countOf(value: JsonValue, names: readonly string[]): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  for (const [name, inner] of Object.entries(value)) {
    if (isJsonObject(value) && names.includes(name)) count += Array.isArray(inner) ? inner.length : 1;
    count += countOf(inner, names);
  }
  return count;
}
