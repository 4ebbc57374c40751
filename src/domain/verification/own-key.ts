/**
 * The keys of this installation as credentials name them. Each is known here, so nothing is asked of a server, and what refers to
 * this installation without naming one of them, to the letter, was made by somebody else.
 */
import { addresses } from '../../documents/addresses.js';
import { issuerId } from '../../documents/read/check-key-owner.js';
import { keyNamed, keyReference } from '../../documents/read/key-reference.js';
import type { CredentialReading } from '../../documents/read/reading.js';
import type { PublicSigningKey, SigningKeys } from '../institutions/signing-keys.js';
import { namesOwnHost, type OwnBases, ownBases } from './own-bases.js';

export interface OwnKey {
  key: PublicSigningKey;
  /** Origin that the reference names. */
  base: string;
}

export type OwnKeyDeps = OwnBases & { keys: Pick<SigningKeys, 'all'> };

/**
 * Undefined for any other key; compromised ones are found as well.
 * @param reference verificationMethod, kid or creator, as a credential names it
 */
export async function ownKey(deps: OwnKeyDeps, reference: string): Promise<OwnKey | undefined> {
  const institutionId = /[:/]institutions[:/]([\w-]+)[#/]/.exec(reference)?.[1];
  if (institutionId === undefined || !namesOwnHost(deps, reference)) return undefined;
  const all = await deps.keys.all(institutionId);
  for (const base of ownBases(deps)) {
    const key = all.find((one) => formsOf(base, one).includes(reference));
    if (key) return { key, base };
  }
  return undefined;
}

/** As DID documents, JWTs and Open Badges 2.0 name it. */
function formsOf(base: string, { institutionId, id, multibase }: PublicSigningKey): string[] {
  const at = addresses(base);
  return [
    `${at.did(institutionId)}#${multibase ?? id}`,
    at.key(institutionId, id),
    at.cryptographicKey(institutionId, id),
  ];
}

/** Does it bear the name of this installation, or refer to a key here, while it names none of its keys? */
export async function posesAsOurs(deps: OwnKeyDeps, reading: CredentialReading): Promise<boolean> {
  const named = keyNamed(reading);
  const isOurs = named !== undefined && namesOwnHost(deps, named);
  // a key that it brings along is compared with those of its issuer like anybody's
  const bringsKey = ['key', 'embedded'].includes(keyReference(reading).found);
  if (!isOurs && (bringsKey || !namesOwnHost(deps, issuerId(reading) ?? ''))) return false;
  const own = isOurs ? await ownKey(deps, named) : undefined;
  // that form is for Open Badges 2.0 alone
  return !own || named === addresses(own.base).cryptographicKey(own.key.institutionId, own.key.id);
}
