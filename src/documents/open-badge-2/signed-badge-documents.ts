/**
 * What verifiers of signed Open Badges 2.0 look up: the key and the list of revoked badges.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#CryptographicKey
 */
import type { JsonObject } from '../json/json-value.js';
import { signable } from '../json/signable.js';
import { openBadges2Context } from './context.js';

/** @param publicKeyPem SPKI, PEM; the only text in our documents that keeps its line ends */
export function cryptographicKey2(input: { id: string; ownerUrl: string; publicKeyPem: string }): JsonObject {
  return signable({
    '@context': openBadges2Context,
    id: input.id,
    type: 'CryptographicKey',
    owner: input.ownerUrl,
    publicKeyPem: input.publicKeyPem,
  });
}

/** An empty list stays there: verifiers look for `revokedAssertions`. */
export function revocationList2(input: {
  id: string;
  issuerUrl: string;
  revoked: readonly { assertionId: string; reason: string }[];
}): JsonObject {
  return {
    '@context': openBadges2Context,
    id: input.id,
    type: 'RevocationList',
    issuer: input.issuerUrl,
    revokedAssertions: input.revoked.map(({ assertionId, reason }) =>
      signable({ id: assertionId, revocationReason: reason }),
    ),
  };
}
