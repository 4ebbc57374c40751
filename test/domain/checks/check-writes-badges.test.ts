import { expect } from 'chai';
import { checkCourse } from '../../../src/domain/checks/check-course.js';
import { askToWrite } from '../../../src/domain/checks/ask-to-write.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCheck } from '../../support/builders/a-check.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryChecks } from '../../support/memory/memory-checks.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { aRosterMember, scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { checkedCourse, lineItem, now } from './checked-course.js';

function world(isOn: boolean, script: LmsScript = {}) {
  const writeBack = { isOn, changedAt: now, changedBy: 'teacher-1' };
  const rule = { kind: 'examiner-confirmation' } as const;
  return {
    ...checkedCourse(rule, { roster: [aRosterMember('learner-1')], ...script }),
    microCredentials: memoryMicroCredentials(aMicroCredential({ versions: [aVersion({ rule })], writeBack })),
    awards: memoryAwards(anIssuedAward()),
    checks: memoryChecks(),
  };
}

describe('a check of a course whose badges are written back', () => {
  it('a claimed award, when the course is looked at, then the LMS is told once, and that was a change', async () => {
    const deps = world(true);
    expect(await checkCourse(deps, aCheck())).to.deep.include({ kind: 'looked', changed: true });
    expect(deps.lms.scores.map(({ subject }) => subject)).to.deep.equal(['learner-1']);
    await checkCourse(deps, aCheck());
    expect(deps.lms.scores).to.have.length(1);
  });

  it('an LMS that does not take it now, when it is told, then everybody was looked at all the same, and the next look tells it', async () => {
    const deps = world(true, { score: new Problem('lms-unreachable') });
    const outcome = await checkCourse(deps, aCheck());
    expect(outcome).to.deep.include({ kind: 'looked', trouble: 'not-written' });
    const again = { ...deps, lms: scriptedLms({ lineItem, roster: [aRosterMember('learner-1')] }) };
    expect(await checkCourse(again, aCheck())).to.deep.include({ kind: 'looked', trouble: undefined });
    expect(again.lms.scores.map(({ subject }) => subject)).to.deep.equal(['learner-1']);
  });

  it('a claim or a revocation, when badges are written back, then makes the check due; else not', async () => {
    const award = anIssuedAward();
    const on = world(true);
    await askToWrite(on, award);
    expect((await on.checks.of('micro-credential-1', 1))?.dueAt).to.deep.equal(now);
    const off = world(false);
    await askToWrite(off, award);
    expect(await off.checks.of('micro-credential-1', 1)).to.equal(undefined);
  });
});
