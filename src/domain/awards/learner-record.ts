/**
 * What a learner holds of one institution as one signed record (CLR 2.0), made when asked: every award that stands, as it was
 * issued. Names nobody in clear. https://www.imsglobal.org/spec/clr/v2p0/
 */
import { randomUUID } from 'node:crypto';
import { addresses } from '../../documents/addresses.js';
import { type Association, clrCredential } from '../../documents/clr/clr-credential.js';
import type { JsonObject } from '../../documents/json/json-value.js';
import { signDataIntegrity } from '../../documents/proofs/sign-data-integrity.js';
import type { Clock } from '../../shared/clock.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { SigningKeys } from '../institutions/signing-keys.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { AwardStore } from './award-store.js';
import { baseOfAward } from './base-of-award.js';
import { fitsInRecord } from './fits-in-record.js';
import { type HeldVersion, recordAssociations } from './record-associations.js';
import { integritySigner } from './institution-signers.js';
import { isPublished, type PublishedAward } from './is-published.js';
import { wholeSeconds } from './validity.js';

export interface LearnerRecordDeps {
  awards: Pick<AwardStore, 'standingOf'>;
  institutions: Pick<InstitutionStore, 'byId'>;
  microCredentials: Pick<MicroCredentialStore, 'byId'>;
  keys: SigningKeys;
  clock: Clock;
  base: string;
}

/** The person (LTI sub) of a platform. */
export interface Holder {
  institutionId: string;
  platformId: string;
  subject: string;
}

/** Awards of the learner that are neither revoked nor ended, newest first; the newest twenty that fit. Fewer than two make no record. */
export async function awardsForRecord(
  { awards, clock }: Pick<LearnerRecordDeps, 'awards' | 'clock'>,
  { institutionId, platformId, subject }: Holder,
): Promise<PublishedAward[]> {
  const standing = await awards.standingOf(institutionId, platformId, subject);
  const now = clock();
  const valid = standing.filter(isPublished).filter(({ expiresAt }) => !expiresAt || expiresAt > now);
  const fitting = fitsInRecord(valid);
  return fitting.length < 2 ? [] : fitting;
}

/**
 * JSON text. Undefined for no award and an unknown institution.
 * @param awards as `awardsForRecord` gives them
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
    associations: await associationsOf(deps, awards),
    validFrom,
  });
  const signer = await integritySigner(deps, institution.id);
  return JSON.stringify(await signDataIntegrity(signer, record, validFrom));
}

async function associationsOf(
  { microCredentials, base }: LearnerRecordDeps,
  awards: readonly PublishedAward[],
): Promise<Association[]> {
  const ids = [...new Set(awards.map(({ microCredentialId }) => microCredentialId))];
  const known = new Map(
    (await Promise.all(ids.map((id) => microCredentials.byId(id)))).map((one) => [one?.id, one]),
  );
  const held = awards.flatMap((award): HeldVersion[] => {
    const { microCredentialId, version: number } = award;
    const version = known.get(microCredentialId)?.versions.find((one) => one.number === number);
    const achievement = addresses(baseOfAward(award) ?? base).achievement(microCredentialId, number);
    return version ? [{ microCredentialId, number, achievement, definition: version.definition }] : [];
  });
  return recordAssociations(held);
}
