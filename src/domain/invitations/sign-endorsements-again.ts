/**
 * Signs endorsements anew whose key was declared compromised, as awards are: what they say stays, to the letter. Those inside of awards
 * that are signed already stay what they are. docs/decisions/0027-compromised-keys.md
 */
import { stringOf } from '../../documents/json/json-value.js';
import { readJsonObject } from '../../documents/json/read-json-object.js';
import { signDataIntegrity } from '../../documents/proofs/sign-data-integrity.js';
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import { integritySigner } from '../awards/institution-signers.js';
import { wholeSeconds } from '../awards/validity.js';
import type { Endorsement } from '../endorsements/endorsement.js';
import type { EndorsementStore } from '../endorsements/endorsement-store.js';
import { liesInKey, triedUntil, whyNotSigned } from '../institutions/not-signed-again.js';
import type { SigningKeys } from '../institutions/signing-keys.js';

export interface SignEndorsementsAgainDeps {
  endorsements: EndorsementStore;
  keys: SigningKeys;
  clock: Clock;
  /** Told which endorsement could not be signed again. */
  onTrouble: (sentence: string, facts: Record<string, unknown>) => void;
}

const shown = ['accepted', 'hidden'] as const;

/**
 * How many were signed: none is left when it is 0, but what cannot be signed. Which are left is asked of the endorsements themselves.
 * @param most endorsements of each key
 * @throws Problem storage-unavailable
 */
export async function signEndorsementsAgain(deps: SignEndorsementsAgainDeps, most: number): Promise<number> {
  let signed = 0;
  for (const { institutionId, multibase } of await deps.keys.compromised()) {
    if (multibase === undefined) continue;
    const until = triedUntil(deps.clock());
    const found = await deps.endorsements.signedWith(institutionId, multibase, most, until);
    for (const endorsement of found) if (await signIfPossible(deps, endorsement)) signed += 1;
  }
  return signed;
}

/** One that cannot be signed keeps nobody else's from being signed: it is noted, and tried again later. */
async function signIfPossible(deps: SignEndorsementsAgainDeps, endorsement: Endorsement): Promise<boolean> {
  try {
    return await signOne(deps, endorsement);
  } catch (error) {
    const code = whyNotSigned(error);
    deps.onTrouble('an endorsement could not be signed again', { endorsement: endorsement.id, code });
    if (!liesInKey(code))
      await deps.endorsements.move(endorsement.id, shown, { notSignedAgain: { code, at: deps.clock() } });
    return false;
  }
}

/**
 * False when it was withdrawn meanwhile.
 * @throws Problem document-invalid (what is kept cannot be read), key-missing, key-unreadable, storage-unavailable
 */
async function signOne(
  { endorsements, keys, clock }: SignEndorsementsAgainDeps,
  { id, institutionId, document = '' }: Endorsement,
): Promise<boolean> {
  const credential = readJsonObject(Buffer.from(document));
  const place = `/endorsements/${id}`;
  const base = stringOf(credential?.['id'])?.replace(place, '');
  if (!credential || base === undefined) throw new Problem('document-invalid', { detail: 'an endorsement' });
  // under the address at which it was signed, which may be a former one
  const signer = await integritySigner({ keys, base }, institutionId);
  const again = await signDataIntegrity(signer, credential, wholeSeconds(clock()));
  const change = {
    document: JSON.stringify(again),
    signedWith: signer.multibase,
    notSignedAgain: undefined,
  };
  return (await endorsements.move(id, shown, change)) !== undefined;
}
