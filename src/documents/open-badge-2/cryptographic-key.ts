/**
 * A key that signs Open Badges 2.0 assertions, as published: it names its owner, who names it.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#CryptographicKey
 */
import type { JWK } from 'jose';
import { Problem } from '../../shared/problem.js';
import { addresses } from '../addresses.js';
import type { JsonObject } from '../json/json-value.js';
import { publicKeyObject } from '../proofs/public-key.js';
import { openBadges2Context } from './context.js';

interface CryptographicKeyInput {
  base: string;
  key: { id: string; institutionId: string; jwk: JWK };
  hasOwnProfile: boolean;
}

/** @throws Problem document-invalid: no public RSA key */
export function cryptographicKey({ base, key, hasOwnProfile }: CryptographicKeyInput): JsonObject {
  const { id, institutionId, jwk } = key;
  const publicKey = publicKeyObject({ jwk });
  if (publicKey?.asymmetricKeyType !== 'rsa')
    throw new Problem('document-invalid', { detail: `key ${id} is no public RSA key` });
  const at = addresses(base);
  return {
    '@context': openBadges2Context,
    id: at.cryptographicKey(institutionId, id),
    type: 'CryptographicKey',
    owner: at.issuerProfile2(institutionId, hasOwnProfile ? id : undefined),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}
