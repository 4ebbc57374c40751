/**
 * What becomes of awards whose keys were declared compromised: some of them are signed again at a time. Which are left is asked of the
 * awards themselves, so that nothing is lost with a process, several may do it at once, and a claim that was under way with the old
 * key is met later. One that cannot be signed keeps no other one from it: it is noted, told to the administrator and tried again later.
 */
import { Problem } from '../../shared/problem.js';
import { liesInKey, triedUntil, whyNotSigned } from '../institutions/not-signed-again.js';
import type { PublicSigningKey } from '../institutions/signing-keys.js';
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';
import { isPublished } from './is-published.js';
import { signAgain, type SignAgainDeps } from './sign-again.js';
import { signedWith } from './signed-with.js';

export interface SignNextAgainDeps extends SignAgainDeps {
  /** 0 to 1: replicas begin at different awards. */
  chance: () => number;
  /** Told without personal data which award could not be signed again. */
  onTrouble: (sentence: string, facts: Record<string, unknown>) => void;
}

/** So many more are read than are signed, that replicas seldom take the same. */
const spread = 4;

/**
 * How many were settled: none is left when it is 0, but what cannot be signed.
 * @param most awards of each key that are signed
 * @throws Problem storage-unavailable
 */
export async function signNextAgain(deps: SignNextAgainDeps, most: number): Promise<number> {
  const compromised = await deps.keys.compromised();
  let settled = 0;
  for (const institutionId of new Set(compromised.map((key) => key.institutionId))) {
    const keys = compromised.filter((key) => key.institutionId === institutionId);
    settled += await noteSigners(deps.awards, institutionId, most * spread);
    for (const key of keys) settled += await signSome(deps, { key, keys, most });
  }
  return settled;
}

/** Awards of before it was kept who signed them. */
async function noteSigners(awards: AwardStore, institutionId: string, most: number): Promise<number> {
  const unknown = (await awards.signersUnknown(institutionId, most)).filter(isPublished);
  for (const { id, documents } of unknown) await awards.noteSigners(id, signedWith(documents));
  return unknown.length;
}

async function signSome(
  deps: SignNextAgainDeps,
  { key, keys, most }: { key: PublicSigningKey; keys: readonly PublicSigningKey[]; most: number },
): Promise<number> {
  const found = await deps.awards.signedBy(key, most * spread, triedUntil(deps.clock()));
  const from = Math.floor(found.length * deps.chance());
  let settled = 0;
  for (const award of [...found.slice(from), ...found.slice(0, from)].slice(0, most))
    if (await signOne(deps, award, keys)) settled += 1;
  return settled;
}

async function signOne(
  deps: SignNextAgainDeps,
  award: Award,
  keys: readonly PublicSigningKey[],
): Promise<boolean> {
  try {
    if (!isPublished(award)) throw new Problem('document-invalid', { detail: 'it has no documents' });
    await signAgain(deps, award, keys);
    return true;
  } catch (error) {
    const code = whyNotSigned(error);
    deps.onTrouble('an award could not be signed again', { award: award.id, code });
    if (!liesInKey(code)) await deps.awards.noteNotSigned(award.id, { code, at: deps.clock() });
    return false;
  }
}
