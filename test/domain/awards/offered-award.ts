/** One offered award whose learner an examiner has confirmed, and what a claim of it needs. */
import type { AwardStore } from '../../../src/domain/awards/award-store.js';
import { type ClaimInput } from '../../../src/domain/awards/claim-award.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import type { Definition } from '../../../src/domain/micro-credentials/definition.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward } from '../../support/builders/an-award.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { systemTimers } from '../../../src/shared/timers.js';
import { aVisit } from '../../support/builders/a-visit.js';
import { countedIds } from '../../support/counted-ids.js';
import { memoryAwards, memoryStatusLists } from '../../support/memory/memory-awards.js';
import { memoryConfirmations } from '../../support/memory/memory-confirmations.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryEndorsements } from '../../support/memory/memory-endorsements.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryJuryDecisions } from '../../support/memory/memory-jury-decisions.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { scriptedRecords } from '../../support/memory/scripted-records.js';

export const now = new Date('2026-11-20T09:00:00.700Z');
export const keys = memoryKeys();
export const awardId = anAward().id;
export const input: ClaimInput = { awardId, visit: aVisit(), carryGrade: false, consent: true };
export const graded: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };
export const lineItem = { url: 'https://moodle.example.org/lineitems/1', maximum: 100, label: 'Badge' };

interface Given {
  definition?: Partial<Definition>;
  script?: LmsScript;
  awards?: AwardStore;
}

/** One offered award; the examiner has confirmed its learner. */
export async function world({ definition = {}, script = {}, awards = memoryAwards(anAward()) }: Given = {}) {
  const deps = {
    awards,
    endorsements: memoryEndorsements(),
    statusLists: memoryStatusLists(),
    microCredentials: memoryMicroCredentials(aMicroCredential({ versions: [aVersion(definition)] })),
    institutions: memoryInstitutions(anInstitution()),
    courses: memoryCourses(aCourse()),
    confirmations: memoryConfirmations(),
    juryDecisions: memoryJuryDecisions(),
    platforms: memoryPlatforms(aPlatform()),
    lms: scriptedLms(script),
    records: scriptedRecords({}),
    keys,
    newId: countedIds(),
    clock: () => now,
    timers: systemTimers,
    base: 'https://acquis.example.org',
    emailPepper: new Uint8Array(32).fill(9),
  };
  const confirm = (confirmed: boolean) => deps.confirmations.decide(aConfirmation({ confirmed, at: now }));
  await confirm(true);
  return { ...deps, confirm };
}
