/** A key of an institution as JWK: what key sets hold and what the kid of a JWT leads to. https://www.rfc-editor.org/rfc/rfc7517#section-4 */
import type { JWK } from 'jose';
import { addresses } from '../addresses.js';
import type { JsonObject } from '../json/json-value.js';

/** Its kid is its address, as the headers of our JWTs name it; `iss` tells whose it is. */
export function publishedJwk(base: string, key: { id: string; institutionId: string; jwk: JWK }): JsonObject {
  const at = addresses(base);
  return {
    ...publicPart(key.jwk),
    kid: at.key(key.institutionId, key.id),
    iss: at.did(key.institutionId),
  };
}

const publicMembers = ['kty', 'crv', 'x', 'y', 'n', 'e', 'alg', 'kid', 'use'];

/** Only what may be known, whatever was handed in. */
export function publicPart(jwk: JWK): JsonObject {
  const members = Object.entries(jwk).filter(
    ([name, value]) => publicMembers.includes(name) && typeof value === 'string',
  );
  return Object.fromEntries(members);
}
