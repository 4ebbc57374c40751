/** A signed record of a learner with so many signed credentials, made with a test issuer's keys. */
import { clrCredential, type ClrContent } from '../../../src/documents/clr/clr-credential.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { aCredential, anAchievement, anInstitution, testBase } from '../credential-content.builder.js';
import type { TestIssuer } from '../signers.js';

export const madeAt = new Date('2026-04-05T06:07:08Z');

export async function signedBadges(issuer: TestIssuer, count: number): Promise<JsonObject[]> {
  const badges = Array.from({ length: count }, (_, number) =>
    aCredential({
      awardId: `Aw4rdAw4rdAw4rdAw4rd${String(number).padStart(2, '0')}`,
      achievement: anAchievement({ microCredentialId: `mc${number}` }),
    }),
  );
  return Promise.all(
    badges.map((badge) =>
      signDataIntegrity(issuer.dataIntegrity, achievementCredential(badge), badge.validFrom),
    ),
  );
}

export const aClr = (credentials: JsonObject[], changes: Partial<ClrContent> = {}): JsonObject =>
  clrCredential({
    base: testBase,
    id: 'urn:uuid:3f0e1d2c-4b5a-4968-8776-5a4b3c2d1e0f',
    subjectId: 'urn:uuid:9c8b7a6d-5e4f-4a3b-8c2d-1e0f3f0e1d2c',
    institution: anInstitution(),
    name: 'Micro-credentials',
    credentials,
    associations: [],
    validFrom: madeAt,
    ...changes,
  });

export const signedClr = (issuer: TestIssuer, clr: JsonObject): Promise<JsonObject> =>
  signDataIntegrity(issuer.dataIntegrity, clr, madeAt);

export const inside = (clr: JsonObject): JsonObject[] =>
  (clr['credentialSubject'] as JsonObject)['verifiableCredential'] as JsonObject[];
