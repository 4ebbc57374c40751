/** A key of an institution of this installation that was declared compromised: it is published nowhere, but known here. */
import type { PublishedKey } from '../../../documents/proofs/public-key.js';
import type { Compromise, PublicSigningKey } from '../../institutions/signing-keys.js';
import { type OwnKey, ownKey, type OwnKeyDeps } from '../own-key.js';

export interface CompromisedKey extends OwnKey {
  compromise: Compromise;
}

/**
 * Undefined for any other key.
 * @param reference verificationMethod, kid or creator, as a credential names it
 */
export async function compromisedKey(
  deps: OwnKeyDeps,
  reference: string,
): Promise<CompromisedKey | undefined> {
  const own = await ownKey(deps, reference);
  return own?.key.compromise && { ...own, compromise: own.key.compromise };
}

export const publishedForm = ({ jwk, multibase }: PublicSigningKey): PublishedKey =>
  multibase === undefined ? { jwk } : { multikey: multibase };
