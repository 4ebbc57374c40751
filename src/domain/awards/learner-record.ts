/**
 * What a learner holds of one institution as one signed record (CLR 2.0), made when asked: every award that stands, or those of a
 * stack (learner-stacks.ts), as they were issued. Names nobody in clear. https://www.imsglobal.org/spec/clr/v2p0/
 */
import { randomUUID } from 'node:crypto';
import { clrCredential } from '../../documents/clr/clr-credential.js';
import type { JsonObject } from '../../documents/json/json-value.js';
import { signDataIntegrity } from '../../documents/proofs/sign-data-integrity.js';
import type { Clock } from '../../shared/clock.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { SigningKeys } from '../institutions/signing-keys.js';
import type { AwardStore } from './award-store.js';
import { type AwardsOfRecord, awardsThatFit } from './awards-that-fit.js';
import { heldVersions, type HeldVersionsDeps } from './held-versions.js';
import { integritySigner } from './institution-signers.js';
import { isPublished, type PublishedAward } from './is-published.js';
import { recordAssociations } from './record-associations.js';
import { wholeSeconds } from './validity.js';

export interface ValidAwardsDeps {
  awards: Pick<AwardStore, 'standingOf'>;
  clock: Clock;
}

export interface LearnerRecordDeps extends HeldVersionsDeps {
  institutions: Pick<InstitutionStore, 'byId'>;
  keys: SigningKeys;
  clock: Clock;
}

/** The person (LTI sub) of a platform. */
export interface Holder {
  institutionId: string;
  platformId: string;
  subject: string;
}

/** Awards of the learner that are neither revoked nor ended, newest first. */
export async function validAwards(
  { awards, clock }: ValidAwardsDeps,
  { institutionId, platformId, subject }: Holder,
): Promise<PublishedAward[]> {
  const standing = await awards.standingOf(institutionId, platformId, subject);
  const now = clock();
  return standing.filter(isPublished).filter(({ expiresAt }) => !expiresAt || expiresAt > now);
}

/** For the record of the whole: the newest twenty that fit. Undefined for fewer than two: they make none. */
export function awardsForRecord(valid: readonly PublishedAward[]): AwardsOfRecord | undefined {
  const awards = awardsThatFit(valid);
  return awards.length < 2 ? undefined : { awards, leftOut: valid.length - awards.length };
}

/**
 * JSON text. Undefined for no award and an unknown institution.
 * @param awards as `awardsForRecord` or `stacksOf` gives them
 * @param name what the record is called
 * @throws Problem key-missing, key-unreadable, document-invalid
 */
export async function learnerRecord(
  deps: LearnerRecordDeps,
  { awards, name }: { awards: readonly PublishedAward[]; name: string },
): Promise<string | undefined> {
  const institution = awards[0] && (await deps.institutions.byId(awards[0].institutionId));
  if (!institution) return undefined;
  const validFrom = wholeSeconds(deps.clock());
  const record = clrCredential({
    base: deps.base,
    id: `urn:uuid:${randomUUID()}`,
    subjectId: `urn:uuid:${randomUUID()}`,
    institution,
    name,
    credentials: awards.map(({ documents }) => JSON.parse(documents.openBadge3) as JsonObject),
    associations: recordAssociations((await heldVersions(deps, awards)).map(({ held }) => held)),
    validFrom,
  });
  const signer = await integritySigner(deps, institution.id);
  return JSON.stringify(await signDataIntegrity(signer, record, validFrom));
}
