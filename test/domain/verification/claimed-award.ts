/** An installation in memory whose one learner has claimed: documents signed with real keys. */
import { systemTimers } from '../../../src/shared/timers.js';
import { claimAward } from '../../../src/domain/awards/claim-award.js';
import { revokeAward } from '../../../src/domain/awards/revoke-award.js';
import type { IssuedDocuments } from '../../../src/domain/awards/award.js';
import type { Definition } from '../../../src/domain/micro-credentials/definition.js';
import { Problem } from '../../../src/shared/problem.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { anAward } from '../../support/builders/an-award.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { documentChecksHere } from '../../support/document-checks-here.js';
import { memorySealedFiles } from '../../support/memory/memory-seals.js';
import { memoryAwards, memoryStatusLists } from '../../support/memory/memory-awards.js';
import { memoryConfirmations } from '../../support/memory/memory-confirmations.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryEndorsements } from '../../support/memory/memory-endorsements.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryJuryDecisions } from '../../support/memory/memory-jury-decisions.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { scriptedLms } from '../../support/memory/scripted-lms.js';
import { scriptedRecords } from '../../support/memory/scripted-records.js';

// RSA keys take a moment to make: one set for all who do not change them
const sharedKeys = memoryKeys();

export const claimedAt = new Date('2026-11-20T09:00:00Z');
/** As long as the ids that are made: the public pages look for no others. */
export const awardId = 'Aw4rdAw4rdAw4rdAw4rdAw';
export const institutionId = 'InstInstInstInstInstIn';
export const microCredentialId = 'MicroMicroMicroMicroMi';

/** Nothing is fetched: whatever asks another server fails the test's expectation. */
export async function aClaimedAward(
  base = 'https://acquis.example.org',
  keys = sharedKeys,
  definition: Partial<Definition> = {},
) {
  const fetched: string[] = [];
  const time = { now: claimedAt };
  const deps = {
    awards: memoryAwards(anAward({ id: awardId, institutionId, microCredentialId })),
    endorsements: memoryEndorsements(),
    statusLists: memoryStatusLists((number) => `status-list-${String(number).padStart(10, '0')}`),
    microCredentials: memoryMicroCredentials(
      aMicroCredential({ id: microCredentialId, institutionId, versions: [aVersion(definition)] }),
    ),
    institutions: memoryInstitutions(anInstitution({ id: institutionId })),
    courses: memoryCourses(aCourse({ institutionId })),
    confirmations: memoryConfirmations(),
    juryDecisions: memoryJuryDecisions(),
    platforms: memoryPlatforms(aPlatform({ deployments: [{ id: '1', institutionId }] })),
    lms: scriptedLms({}),
    records: scriptedRecords({}),
    keys,
    timers: systemTimers,
    clock: () => time.now,
    base,
    emailPepper: new Uint8Array(32),
    documentChecks: documentChecksHere,
    sealedFiles: memorySealedFiles(),
    fetchDocument: async (url: string) => {
      fetched.push(url);
      return Promise.reject(new Problem('fetch-failed', { facts: { reason: 'connection' } }));
    },
  };
  await deps.confirmations.decide(aConfirmation({ microCredentialId, at: time.now }));
  const award = await claimAward(deps, { awardId, visit: aVisit(), carryGrade: false, consent: true });
  const documents = award.documents as IssuedDocuments;
  const revoke = () => revokeAward(deps, { awardId, visit: aTeacherVisit(), reason: 'Plagiarism' });
  return { deps, time, documents, fetched, revoke, address: `${base}/awards/${awardId}` };
}
