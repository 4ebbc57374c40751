/**
 * Which Open Badges 2.0 profile of an institution lists which of its RSA keys: one each, as the validator of 1EdTech takes no more.
 * Keys are given as `SigningKeys.all` gives them, newest first. docs/decisions/0034-one-key-in-a-profile.md
 */
import type { KeyProfile } from '../../documents/open-badge-2/key-profile.js';
import type { PublicSigningKey } from './signing-keys.js';

/**
 * Does what the key signs name a profile of its own, for ever? Where signatures of an older key counted when it was made: the plain one is that
 * key's. It follows from what was then and is not changed by what becomes of the keys later.
 * @param all of the institution; a key that is not among them follows them all
 */
export function hasOwnProfile(all: readonly PublicSigningKey[], key: PublicSigningKey): boolean {
  const rsa = rsaKeys(all);
  const older = rsa.slice(rsa.findIndex(({ id }) => id === key.id) + 1);
  return older.some(({ compromise }) => !compromise || compromise.declaredAt >= key.createdAt);
}

/**
 * The plain profile, or a key's own: undefined for a key that has none.
 *
 * The plain one lists the key that it belongs to. When that one is compromised, it lists the oldest of the others: before each key had a profile,
 * that one signed in the name of the plain one.
 */
export function keyProfile(all: readonly PublicSigningKey[], ofKey?: string): KeyProfile | undefined {
  const own = rsaKeys(all).filter((key) => hasOwnProfile(all, key));
  if (ofKey !== undefined) {
    const key = own.find(({ id }) => id === ofKey);
    return key && { ofKey, listed: key.compromise ? undefined : ofKey, others: [] };
  }
  const counting = rsaKeys(all).filter(({ compromise }) => !compromise);
  const listed = counting.find((key) => !own.includes(key)) ?? counting.at(-1);
  const others = own.filter(({ compromise }) => !compromise).map(({ id }) => id);
  return { listed: listed?.id, others };
}

const rsaKeys = (all: readonly PublicSigningKey[]): PublicSigningKey[] =>
  all.filter(({ kind }) => kind === 'RSA');
