/**
 * The endorsements that a new award carries: few, since each makes the credential longer for ever and readers verify each.
 * Which may be carried was judged when they were accepted.
 */
import type { JsonObject } from '../../documents/json/json-value.js';
import { readJsonObject } from '../../documents/json/read-json-object.js';
import type { SigningKeys } from '../institutions/signing-keys.js';
import { isOver, type Endorsement } from './endorsement.js';
import type { EndorsementStore } from './endorsement-store.js';
import { shownEndorsements } from './shown-endorsements.js';

/** In one award; together as many as our own verification reads. */
const mostOfAchievement = 3;
const mostOfInstitution = 2;

export interface CarriedEndorsements {
  achievement: JsonObject[];
  institution: JsonObject[];
}

/** Signed with keys that count, the newest first. @param now when the award is issued */
export async function carriedEndorsements(
  deps: { endorsements: EndorsementStore; keys: Pick<SigningKeys, 'published'> },
  of: { institutionId: string; microCredentialId: string; version: number },
  now: Date,
): Promise<CarriedEndorsements> {
  const { institutionId, microCredentialId, version } = of;
  const [ofVersion, ofInstitution] = await Promise.all([
    shownEndorsements(deps, { institutionId, microCredentialId, version }),
    shownEndorsements(deps, { institutionId }),
  ]);
  const mayBeCarried = [...ofVersion, ...ofInstitution].filter((one) => one.isCarried && !isOver(one, now));
  const counting = await signedByKeysThatCount(deps.keys, institutionId, mayBeCarried);
  const carried = (all: typeof ofVersion, most: number): JsonObject[] =>
    all
      .filter((one) => counting.includes(one))
      .slice(0, most)
      .map(({ document }) => readJsonObject(Buffer.from(document)))
      .filter((document) => document !== undefined);
  return {
    achievement: carried(ofVersion, mostOfAchievement),
    institution: carried(ofInstitution, mostOfInstitution),
  };
}

/** One whose key was just declared compromised waits to be signed again: inside of an award it would keep that signature for ever. */
async function signedByKeysThatCount<One extends Pick<Endorsement, 'signedWith'>>(
  keys: Pick<SigningKeys, 'published'>,
  institutionId: string,
  all: readonly One[],
): Promise<One[]> {
  if (all.every(({ signedWith }) => signedWith === undefined)) return [...all];
  const published = await keys.published(institutionId);
  return all.filter(
    ({ signedWith }) =>
      signedWith === undefined || published.some(({ multibase }) => multibase === signedWith),
  );
}
