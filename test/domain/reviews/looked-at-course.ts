/** A course that is looked at again and again while its LMS changes: learner-1 holds the award for a grade of 15 of 20. */
import { checkCourse, type CheckOutcome } from '../../../src/domain/checks/check-course.js';
import type { Award } from '../../../src/domain/awards/award.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { keepAward } from '../../../src/domain/reviews/keep-award.js';
import type { MicroCredential } from '../../../src/domain/micro-credentials/micro-credential.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aCheck } from '../../support/builders/a-check.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { aTeacherVisit } from '../../support/builders/a-visit.js';
import { countedIds } from '../../support/counted-ids.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryConfirmations } from '../../support/memory/memory-confirmations.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryJuryDecisions } from '../../support/memory/memory-jury-decisions.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { aRosterMember, scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { scriptedRecords, type RecordsScript } from '../../support/memory/scripted-records.js';

export const score = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 } as const;
export const graded = (points?: number) => [{ subject: 'learner-1', score: points, maximum: 20 }];
export const classOf = (size: number) =>
  Array.from({ length: size }, (_, at) => aRosterMember(`learner-${at + 1}`));

/** What the award was earned with: the answer of `score`. */
export const earned: Award['basis'] = {
  kind: 'condition',
  verdict: 'met',
  result: {
    condition: score,
    verdict: 'met',
    reason: 'score-reached',
    details: { score: 15, maximum: 20, percent: 75, thresholdPercent: 50 },
  },
};

interface World {
  rule?: AwardRule;
  award?: Partial<Award>;
  microCredential?: MicroCredential;
  /** That is checked. */
  version?: number;
  lms?: LmsScript;
  records?: RecordsScript;
}

/** `lms` and `records` may be changed between two looks; the clock goes on by itself. */
export function lookedAtCourse({
  rule = score,
  award,
  microCredential,
  version = 1,
  lms,
  records = {},
}: World) {
  let ms = new Date('2026-11-24T08:00:00Z').getTime();
  let check = aCheck({ version });
  const script: LmsScript = {
    roster: classOf(5),
    lineItem: { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' },
    results: graded(15),
    ...lms,
  };
  const deps = {
    lms: scriptedLms(script),
    records: scriptedRecords(records),
    courses: memoryCourses(aCourse()),
    confirmations: memoryConfirmations(),
    juryDecisions: memoryJuryDecisions(),
    platforms: memoryPlatforms(aPlatform()),
    microCredentials: memoryMicroCredentials(
      microCredential ?? aMicroCredential({ versions: [aVersion({ rule })] }),
    ),
    awards: memoryAwards(anIssuedAward({ basis: earned, ...award })),
    newId: countedIds(),
    base: 'https://badges.example.org',
    clock: () => new Date((ms += 1000)),
  };
  const kept = async (): Promise<Award> => {
    const found = await deps.awards.byId(anIssuedAward().id);
    if (!found) throw new Error('the award is there');
    return found;
  };
  /** Looks as the worker does, which remembers a look that saw everybody. */
  const outcome = async (): Promise<CheckOutcome> => {
    const found = await checkCourse(deps, check);
    if (found.kind === 'looked') check = { ...check, doubts: 0, lookedAt: deps.clock(), seen: found.seen };
    if (found.kind === 'doubtful') check = { ...check, doubts: check.doubts + 1 };
    return found;
  };
  return {
    deps,
    lms: script,
    records,
    outcome,
    /** The award as it is. */
    kept,
    /** As `outcome`. @returns the award as it is then */
    look: async (): Promise<Award> => {
      await outcome();
      return kept();
    },
    /** A teacher looks at the review and keeps the award. */
    keep: async (): Promise<void> => {
      const { id, reviewWrites = 0 } = await kept();
      const visit = aTeacherVisit();
      await keepAward(deps, { awardId: id, visit, seen: reviewWrites, reason: 'A slip in marking.' });
    },
    confirm: (confirmed: boolean) => deps.confirmations.decide(aConfirmation({ confirmed })),
    /** Two processes at the same moment. */
    lookTwiceAtOnce: async (): Promise<Award> => {
      const before = check;
      await Promise.all([checkCourse(deps, before), checkCourse(deps, before)]);
      return kept();
    },
  };
}

export const happened = ({ history }: Award): string[] => history.map(({ what }) => what).slice(1);
