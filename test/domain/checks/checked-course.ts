/** A course with one published version, in memory, as a check looks at it; nobody holds the award. */
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { countedIds } from '../../support/counted-ids.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryConfirmations } from '../../support/memory/memory-confirmations.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryJuryDecisions } from '../../support/memory/memory-jury-decisions.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { scriptedRecords } from '../../support/memory/scripted-records.js';

export const now = new Date('2026-11-20T08:00:00Z');
export const lineItem = { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' };

export function checkedCourse(rule: AwardRule, script: LmsScript) {
  return {
    lms: scriptedLms({ lineItem, ...script }),
    records: scriptedRecords({}),
    courses: memoryCourses(aCourse()),
    confirmations: memoryConfirmations(),
    juryDecisions: memoryJuryDecisions(),
    platforms: memoryPlatforms(aPlatform()),
    microCredentials: memoryMicroCredentials(aMicroCredential({ versions: [aVersion({ rule })] })),
    awards: memoryAwards(),
    newId: countedIds(),
    base: 'https://badges.example.org',
    clock: () => now,
  };
}
