/** How far it is that what compromised keys of an institution had signed is signed again. docs/decisions/0027-compromised-keys.md */
import type { EndorsementStore } from '../endorsements/endorsement-store.js';
import type { PublicSigningKey, SigningKeys } from '../institutions/signing-keys.js';
import type { AwardStore } from './award-store.js';

export interface LeftToSign {
  /** True while there is something that is not tried yet; what could not be signed is tried again later. */
  isRunning: boolean;
  /** Those that could not be signed are among them. */
  awards: number;
  /** Awards of which it is not looked up yet who signed them. */
  unknown: number;
  endorsements: number;
  /** Ids of those that could not be signed, some of them. */
  awardsInTrouble: string[];
  endorsementsInTrouble: string[];
}

export interface LeftToSignDeps {
  awards: AwardStore;
  endorsements: EndorsementStore;
  keys: Pick<SigningKeys, 'all'>;
}

/** More ids than that nobody reads. */
const mostInTrouble = 100;
/** None that was tried is of before. */
const untried = new Date(0);

/** Undefined while none of its keys is compromised. */
export async function leftToSign(
  deps: LeftToSignDeps,
  institutionId: string,
): Promise<LeftToSign | undefined> {
  const compromised = (await deps.keys.all(institutionId)).filter(({ compromise }) => compromise);
  if (compromised.length === 0) return undefined;
  const { awards, endorsements } = deps;
  const [byKey, unknown, awardsInTrouble, endorsementsInTrouble] = await Promise.all([
    Promise.all(compromised.map((key) => leftOfKey(deps, key))),
    awards.countSignersUnknown(institutionId),
    awards.notSignedAgain(institutionId, mostInTrouble),
    endorsements.notSignedAgain(institutionId, mostInTrouble),
  ]);
  return {
    isRunning: unknown > 0 || byKey.some((key) => key.isRunning),
    // an award that two of them had signed counts for both
    awards: Math.max(...byKey.map((key) => key.awards)),
    unknown,
    endorsements: byKey.reduce((sum, key) => sum + key.endorsements, 0),
    awardsInTrouble,
    endorsementsInTrouble,
  };
}

async function leftOfKey(
  { awards, endorsements }: LeftToSignDeps,
  key: PublicSigningKey,
): Promise<Pick<LeftToSign, 'isRunning' | 'awards' | 'endorsements'>> {
  const { institutionId, multibase } = key;
  const waiting = await awards.signedBy(key, 1, untried);
  const others = multibase && (await endorsements.signedWith(institutionId, multibase, 1, untried));
  return {
    isRunning: waiting.length > 0 || (others ? others.length > 0 : false),
    awards: await awards.countSignedBy(key),
    endorsements: multibase ? await endorsements.countSignedWith(institutionId, multibase) : 0,
  };
}
