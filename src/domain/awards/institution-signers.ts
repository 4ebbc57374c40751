/** The keys in use of an institution as signers of documents. Private parts stay with the key holder. */
import { addresses } from '../../documents/addresses.js';
import type { DataIntegritySigner } from '../../documents/proofs/sign-data-integrity.js';
import type { JwtSigner } from '../../documents/proofs/sign-jwt.js';
import { Problem } from '../../shared/problem.js';
import { hasOwnProfile } from '../institutions/key-profiles.js';
import type { PublicSigningKey, SigningKeyKind, SigningKeys } from '../institutions/signing-keys.js';

interface SignerDeps {
  keys: SigningKeys;
  base: string;
}

/** Signs embedded proofs, and tells with which key. */
type IntegritySigner = DataIntegritySigner & { multibase: string };

/** Signs embedded proofs (eddsa-rdfc-2022). Makes the keys if there are none. @throws Problem key-missing */
export async function integritySigner(deps: SignerDeps, institutionId: string): Promise<IntegritySigner> {
  const key = await keyInUse(deps.keys, institutionId, 'Ed25519');
  if (!key.multibase) throw new Problem('key-missing', { detail: `key ${key.id} has no multibase form` });
  return {
    verificationMethod: `${addresses(deps.base).did(institutionId)}#${key.multibase}`,
    multibase: key.multibase,
    sign: (bytes) => deps.keys.sign(key.id, bytes),
  };
}

/**
 * Signs what names an RSA key by address: as JWK (kid), and as Open Badges 2.0 CryptographicKey (creator). `ofKey`: id of the key, where badge
 * classes and issuer of what it signs in 2.0 are its own.
 */
export type RsaSigner = JwtSigner & { creator: string; ofKey?: string };

/** Signs VC-JWT and Open Badges 2.0 (RS256). Makes the keys if there are none. @throws Problem key-missing */
export async function rsaSigner(deps: SignerDeps, institutionId: string): Promise<RsaSigner> {
  const all = await deps.keys.all(institutionId);
  const inUse = all.find(({ kind, retiredAt }) => kind === 'RSA' && !retiredAt);
  const key = inUse ?? (await keyInUse(deps.keys, institutionId, 'RSA'));
  const at = addresses(deps.base);
  return {
    ofKey: hasOwnProfile(all, key) ? key.id : undefined,
    kid: at.key(institutionId, key.id),
    creator: at.cryptographicKey(institutionId, key.id),
    sign: (bytes) => deps.keys.sign(key.id, bytes),
  };
}

/** Keys are made with the institution: where they are not there yet, they are made now. */
async function keyInUse(
  keys: SigningKeys,
  institutionId: string,
  kind: SigningKeyKind,
): Promise<PublicSigningKey> {
  try {
    return await keys.current(institutionId, kind);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'key-missing') throw error;
    await keys.ensure(institutionId);
    return keys.current(institutionId, kind);
  }
}
