/**
 * Every key that an institution ever had, with its dates: for people and programs that want to know what became of a key. Verifiers
 * read the DID document instead, where a compromised key is not. Members as in https://www.w3.org/TR/cid-1.0/#verification-methods
 */
import type { JWK } from 'jose';
import { addresses } from '../addresses.js';
import type { JsonObject } from '../json/json-value.js';
import { type DraftObject, signable } from '../json/signable.js';
import { utcSeconds } from '../json/utc-seconds.js';
import { publicPart } from './published-jwk.js';

export interface KeyHistoryInput {
  base: string;
  institutionId: string;
  /** Newest first. */
  keys: readonly KeyLife[];
}

interface KeyLife {
  id: string;
  jwk: JWK;
  /** z6Mk... for Ed25519. */
  multikey?: string;
  createdAt: Date;
  retiredAt?: Date;
  /** Declared compromised; `since` is when somebody else may have had it first. */
  compromise?: { declaredAt: Date; since: Date };
}

export function keyHistory({ base, institutionId, keys }: KeyHistoryInput): JsonObject {
  const at = addresses(base);
  const did = at.did(institutionId);
  return signable({
    id: at.keyHistory(institutionId),
    controller: did,
    verificationMethod: keys.map(({ id, jwk, multikey, createdAt, retiredAt, compromise }): DraftObject => ({
      id: `${did}#${multikey ?? id}`,
      controller: did,
      ...(multikey === undefined
        ? { type: 'JsonWebKey', publicKeyJwk: publicPart(jwk) }
        : { type: 'Multikey', publicKeyMultibase: multikey }),
      created: utcSeconds(createdAt),
      retired: retiredAt && utcSeconds(retiredAt),
      revoked: compromise && utcSeconds(compromise.declaredAt),
      compromisedSince: compromise && utcSeconds(compromise.since),
    })),
  });
}
