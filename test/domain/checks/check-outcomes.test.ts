/** A look at a course whose learning outcomes have rules of their own. */
import { expect } from 'chai';
import { checkCourse } from '../../../src/domain/checks/check-course.js';
import { dryRun } from '../../../src/domain/awards/dry-run.js';
import { rosterDesk } from '../../../src/domain/awards/roster-desk.js';
import { oneStepAway } from '../../../src/domain/awards/roster-view.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aCheck } from '../../support/builders/a-check.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aTeacherVisit } from '../../support/builders/a-visit.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { aRosterMember } from '../../support/memory/scripted-lms.js';
import { checkedCourse, now } from './checked-course.js';

const score: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };
const examiner: AwardRule = { kind: 'examiner-confirmation' };
const [first, second] = aDefinition().outcomes;
if (!first || !second) throw new Error('the definition has two outcomes');

/** 'both' has the grade and the confirmation, 'graded' and 'confirmed' one of them, 'none' neither. */
async function world(definition: Parameters<typeof aVersion>[0]) {
  const subjects = ['both', 'graded', 'confirmed', 'none'];
  const deps = checkedCourse(examiner, {
    roster: subjects.map((subject) => aRosterMember(subject)),
    results: ['both', 'graded'].map((subject) => ({ subject, score: 15, maximum: 20 })),
  });
  for (const subject of ['both', 'confirmed'])
    await deps.confirmations.decide(aConfirmation({ subject, confirmed: true, at: now }));
  const draft = { definition: aDefinition(definition), changedAt: now, changedBy: 'teacher-1' };
  const microCredential = aMicroCredential({ versions: [aVersion(definition)], draft });
  return { ...deps, microCredentials: memoryMicroCredentials(microCredential), microCredential };
}
type World = Awaited<ReturnType<typeof world>>;

async function offeredTo(deps: World): Promise<string[]> {
  await checkCourse(deps, aCheck());
  const awards = await deps.awards.ofMicroCredential('micro-credential-1');
  return awards.map(({ subject }) => subject).sort();
}

describe('a check of outcomes with rules of their own', () => {
  const graded = { ...first, provenBy: score };

  it('when an outcome and the whole ask for different things, then whoever has both is offered the award', async () => {
    expect(await offeredTo(await world({ outcomes: [graded, second], rule: examiner }))).to.deep.equal([
      'both',
    ]);
  });

  it('when each outcome is proven by itself and nothing is asked for the whole, then the same holds', async () => {
    const outcomes = [graded, { ...second, provenBy: examiner }];
    expect(await offeredTo(await world({ outcomes, rule: undefined }))).to.deep.equal(['both']);
  });

  it('when one outcome is proven by itself and nothing proves the other, then only what is asked counts', async () => {
    const deps = await world({ outcomes: [graded, second], rule: undefined });
    expect(await offeredTo(deps)).to.deep.equal(['both', 'graded']);
  });

  it('when the teacher looks at the list, then whoever lacks one condition is one step away', async () => {
    const deps = await world({ outcomes: [graded, second], rule: examiner });
    const of = { visit: aTeacherVisit(), course: aCourse(), microCredential: deps.microCredential };
    expect(oneStepAway((await rosterDesk(deps, of)).rows)).to.equal(2);
  });

  it('when a draft has nothing but rules of outcomes, then it can be tried', async () => {
    const deps = await world({ outcomes: [graded, { ...second, provenBy: examiner }], rule: undefined });
    const of = { visit: aTeacherVisit(), course: aCourse(), microCredential: deps.microCredential };
    expect((await dryRun(deps, of))?.rows).to.have.length(4);
  });
});
