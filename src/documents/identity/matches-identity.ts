/** Does a hashed (or clear) identity belong to who somebody says? https://www.imsglobal.org/spec/ob/v3p0/#identityobject */
import { createHash, timingSafeEqual } from 'node:crypto';
import { composed } from '../../shared/clean-text.js';
import { isJsonObject, type JsonValue } from '../json/json-value.js';

/** No name or address of a person is longer (UTF-16 units); a document may have hundreds of identities to hash it for. */
const longest = 1_000;

/**
 * True when the typed text, as it is or trimmed and in small letters, gives the hash. Reads an IdentityObject (3.0:
 * identityHash) and a recipient (2.0: identity); SHA-256, and MD5 of old badges.
 */
export function matchesIdentity(identity: JsonValue, typed: string): boolean {
  if (!isJsonObject(identity) || typed.length > longest) return false;
  const told = identity['identityHash'] ?? identity['identity'];
  const salt = identity['salt'] ?? '';
  if (typeof told !== 'string' || typeof salt !== 'string') return false;
  const spellings = [typed, typed.trim(), typed.trim().toLowerCase()].map(composed);
  if (identity['hashed'] !== true)
    return spellings.some((text) => text === told || text === told.trim().toLowerCase());
  const [algorithm = '', hex = ''] = told.split('$', 2);
  if (!(algorithm in hexLengths) || !/^[0-9a-f]+$/i.test(hex)) return false;
  if (hex.length !== hexLengths[algorithm]) return false;
  const expected = Buffer.from(hex, 'hex');
  return spellings.some((text) =>
    timingSafeEqual(
      createHash(algorithm)
        .update(text + salt)
        .digest(),
      expected,
    ),
  );
}

const hexLengths: Record<string, number> = { sha256: 64, md5: 32 };
