/** A key of an institution of this installation that was declared compromised: it is published nowhere, but known here. */
import { addresses } from '../../../documents/addresses.js';
import type { PublishedKey } from '../../../documents/proofs/public-key.js';
import type { Compromise, PublicSigningKey, SigningKeys } from '../../institutions/signing-keys.js';
import { type OwnBases, ownBases } from '../own-bases.js';

export interface CompromisedKey {
  key: PublicSigningKey;
  compromise: Compromise;
  /** Origin that the reference names. */
  base: string;
}

export type CompromisedKeyDeps = OwnBases & { keys: Pick<SigningKeys, 'all'> };

/**
 * Undefined for any other key.
 * @param reference verificationMethod, kid or creator, as a credential names it
 */
export async function compromisedKey(
  deps: CompromisedKeyDeps,
  reference: string,
): Promise<CompromisedKey | undefined> {
  for (const base of ownBases(deps)) {
    const named = namedIn(base, reference);
    if (!named) continue;
    const all = await deps.keys.all(named.institutionId);
    const key = all.find(({ id, multibase }) => named.key === id || named.key === multibase);
    return key?.compromise && { key, compromise: key.compromise, base };
  }
  return undefined;
}

export const publishedForm = ({ jwk, multibase }: PublicSigningKey): PublishedKey =>
  multibase === undefined ? { jwk } : { multikey: multibase };

function namedIn(base: string, reference: string): { institutionId: string; key: string } | undefined {
  const parts = /[:/]institutions[:/]([\w-]+)(?:#|\/keys(?:-2)?\/)([\w-]+)(?:\.json)?$/.exec(reference);
  const [, institutionId, key] = parts ?? [];
  if (institutionId === undefined || key === undefined) return undefined;
  const at = addresses(base);
  const forms = [
    `${at.did(institutionId)}#${key}`,
    at.key(institutionId, key),
    at.cryptographicKey(institutionId, key),
  ];
  return forms.includes(reference) ? { institutionId, key } : undefined;
}
