/** How far it is that what compromised keys of an institution had signed is signed again. docs/decisions/0027-compromised-keys.md */
import type { EndorsementStore } from '../endorsements/endorsement-store.js';
import type { SigningKeys } from '../institutions/signing-keys.js';
import type { AwardStore } from './award-store.js';

export interface LeftToSign {
  /** Those that could not be signed are among them. */
  awards: number;
  /** Awards of which it is not looked up yet who signed them. */
  unknown: number;
  endorsements: number;
  /** Ids of those that could not be signed, some of them; each is tried again later. */
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

/** Undefined while none of its keys is compromised. */
export async function leftToSign(
  { awards, endorsements, keys }: LeftToSignDeps,
  institutionId: string,
): Promise<LeftToSign | undefined> {
  const compromised = (await keys.all(institutionId)).filter(({ compromise }) => compromise);
  if (compromised.length === 0) return undefined;
  const [byKey, unknown, endorsementsByKey, awardsInTrouble, endorsementsInTrouble] = await Promise.all([
    Promise.all(compromised.map((key) => awards.countSignedBy(key))),
    awards.countSignersUnknown(institutionId),
    Promise.all(
      compromised.map(({ multibase }) =>
        multibase === undefined ? Promise.resolve(0) : endorsements.countSignedWith(institutionId, multibase),
      ),
    ),
    awards.notSignedAgain(institutionId, mostInTrouble),
    endorsements.notSignedAgain(institutionId, mostInTrouble),
  ]);
  return {
    // an award that two of them had signed counts for both
    awards: Math.max(...byKey),
    unknown,
    endorsements: endorsementsByKey.reduce((sum, count) => sum + count, 0),
    awardsInTrouble,
    endorsementsInTrouble,
  };
}

/** Are there some that nobody has tried yet, or that wait for their turn? */
export function isStillSigning(left: LeftToSign): boolean {
  const { awards, unknown, endorsements, awardsInTrouble, endorsementsInTrouble } = left;
  return unknown > 0 || awards > awardsInTrouble.length || endorsements > endorsementsInTrouble.length;
}
