import { expect } from 'chai';
import { dryRun } from '../../../src/domain/awards/dry-run.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryConfirmations } from '../../support/memory/memory-confirmations.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryJuryDecisions } from '../../support/memory/memory-jury-decisions.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { aRosterMember, scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { scriptedRecords } from '../../support/memory/scripted-records.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-20T08:00:00Z');
const graded: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };

function world(script: LmsScript, ...awards: Parameters<typeof memoryAwards>) {
  const kept = memoryAwards(...awards);
  return {
    lms: scriptedLms({
      lineItem: { url: 'https://moodle.example.org/lineitems/1', maximum: 100, label: 'Badge' },
      ...script,
    }),
    records: scriptedRecords({}),
    courses: memoryCourses(aCourse()),
    confirmations: memoryConfirmations(),
    juryDecisions: memoryJuryDecisions(),
    platforms: memoryPlatforms(aPlatform()),
    awards: kept,
    clock: () => now,
  };
}

const draftOf = (rule: AwardRule | undefined) => ({
  definition: aDefinition({ rule }),
  changedAt: now,
  changedBy: 'teacher-1',
});
const input = (rule: AwardRule | undefined, visit = aTeacherVisit()) => ({
  visit,
  course: aCourse(),
  microCredential: aMicroCredential({
    versions: [aVersion({ rule: { kind: 'examiner-confirmation' } })],
    draft: draftOf(rule),
  }),
});

describe('the dry run of a draft', () => {
  it('when learners stand at every point, then each is told by the rule of the draft, and nothing is offered', async () => {
    const deps = world({
      roster: ['none', 'below', 'met'].map((one) => aRosterMember(one)),
      results: [
        { subject: 'below', score: 40 },
        { subject: 'met', score: 60, at: new Date('2026-10-02T08:00:00Z') },
      ],
    });
    const run = await dryRun(deps, input(graded));
    expect(run?.rows.map(({ subject, state }) => [subject, state])).to.deep.equal([
      ['below', 'not-met'],
      ['met', 'met'],
      ['none', 'no-evidence'],
    ]);
    expect(run?.rows[1]?.newest).to.deep.equal(new Date('2026-10-02T08:00:00Z'));
    expect(await deps.awards.ofMicroCredential('micro-credential-1')).to.deep.equal([]);
  });

  it('when somebody holds an award or an offer, then that one is counted and not listed', async () => {
    const deps = world(
      { roster: ['has', 'offered', 'free'].map((one) => aRosterMember(one)) },
      anIssuedAward({ id: '1', subject: 'has' }),
      anAward({ id: '2', subject: 'offered' }),
    );
    const run = await dryRun(deps, input(graded));
    expect(run?.held).to.equal(2);
    expect(run?.rows.map(({ subject }) => subject)).to.deep.equal(['free']);
  });

  it('when the draft does not say what counts, then there is nothing to run', async () => {
    expect(await dryRun(world({ roster: [] }), input(undefined))).to.equal(undefined);
  });

  it('when a learner or a teacher of another course asks, then it is refused', async () => {
    const deps = world({ roster: [] });
    for (const visit of [aVisit(), aTeacherVisit({ courseId: 'another' })])
      expect((await thrownProblem(() => dryRun(deps, input(graded, visit)))).code).to.equal('not-permitted');
  });

  it('when there is no draft, then it is not found', async () => {
    const { course, visit } = input(graded);
    const microCredential = aMicroCredential();
    const problem = await thrownProblem(() => dryRun(world({}), { course, visit, microCredential }));
    expect(problem.code).to.equal('not-found');
  });
});
