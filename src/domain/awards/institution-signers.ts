/** The keys in use of an institution as signers of documents. Private parts stay with the key holder. */
import { addresses } from '../../documents/addresses.js';
import type { DataIntegritySigner } from '../../documents/proofs/sign-data-integrity.js';
import type { JwtSigner } from '../../documents/proofs/sign-jwt.js';
import { Problem } from '../../shared/problem.js';
import type { SigningKeys } from '../institutions/signing-keys.js';

interface SignerDeps {
  keys: SigningKeys;
  base: string;
}

/** Signs embedded proofs (eddsa-rdfc-2022). Makes the keys if there are none. @throws Problem key-missing */
export async function integritySigner(deps: SignerDeps, institutionId: string): Promise<DataIntegritySigner> {
  await deps.keys.ensure(institutionId);
  const key = await deps.keys.current(institutionId, 'Ed25519');
  if (!key.multibase) throw new Problem('key-missing', { detail: `key ${key.id} has no multibase form` });
  return {
    verificationMethod: `${addresses(deps.base).did(institutionId)}#${key.multibase}`,
    sign: (bytes) => deps.keys.sign(key.id, bytes),
  };
}

/** Signs VC-JWT (RS256). Makes the keys if there are none. @throws Problem key-missing */
export async function jwtSigner(deps: SignerDeps, institutionId: string): Promise<JwtSigner> {
  await deps.keys.ensure(institutionId);
  const key = await deps.keys.current(institutionId, 'RSA');
  return {
    kid: addresses(deps.base).key(institutionId, key.id),
    sign: (bytes) => deps.keys.sign(key.id, bytes),
  };
}
