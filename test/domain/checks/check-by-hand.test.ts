import { expect } from 'chai';
import { checkCourse } from '../../../src/domain/checks/check-course.js';
import { setOffering } from '../../../src/domain/micro-credentials/set-offering.js';
import type { MicroCredential, WhoOffers } from '../../../src/domain/micro-credentials/micro-credential.js';
import { aCheck } from '../../support/builders/a-check.js';
import { aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { aRosterMember } from '../../support/memory/scripted-lms.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { checkedCourse, now } from './checked-course.js';

const passing = () =>
  checkedCourse(
    { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 },
    { roster: [aRosterMember('learner-1')], results: [{ subject: 'learner-1', score: 15, maximum: 20 }] },
  );
const kept = async ({ microCredentials }: ReturnType<typeof passing>): Promise<MicroCredential> => {
  const found = await microCredentials.byId('micro-credential-1');
  if (!found) throw new Error('it is kept');
  return found;
};
const choose = async (deps: ReturnType<typeof passing>, who: WhoOffers) =>
  setOffering(deps, { visit: aTeacherVisit(), microCredential: await kept(deps), who });

describe('a course whose teachers look first', () => {
  it('when a check finds somebody who passed, then nobody is offered anything; by itself again, the next one offers it', async () => {
    const deps = passing();
    await choose(deps, 'hand');
    expect(await checkCourse(deps, aCheck())).to.deep.include({ kind: 'looked', offered: 0 });
    expect(await deps.awards.ofMicroCredential('micro-credential-1')).to.deep.equal([]);
    await choose(deps, 'itself');
    expect(await checkCourse(deps, aCheck())).to.deep.include({ kind: 'looked', offered: 1 });
  });

  it('when an award no longer holds, then a check opens a review as ever', async () => {
    const deps = { ...passing(), awards: memoryAwards(anIssuedAward({ subject: 'gone' })) };
    await choose(deps, 'hand');
    const days = (count: number): Date => new Date(now.getTime() + count * 24 * 60 * 60_000);
    // who is missing once may be back the next time
    await checkCourse({ ...deps, clock: () => days(1) }, aCheck());
    await checkCourse({ ...deps, clock: () => days(2) }, aCheck({ lookedAt: days(1) }));
    expect(await deps.awards.countOpenReviews('micro-credential-1')).to.equal(1);
  });

  it('when it is retired, then a check offers nobody anything and looks at awards as ever; offered again, it offers', async () => {
    const deps = { ...passing(), awards: memoryAwards(anIssuedAward({ subject: 'gone' })) };
    expect((await choose(deps, 'nobody')).retiredAt).to.deep.equal(now);
    const days = (count: number): Date => new Date(now.getTime() + count * 24 * 60 * 60_000);
    const first = await checkCourse({ ...deps, clock: () => days(1) }, aCheck());
    expect(first).to.deep.include({ kind: 'looked', offered: 0 });
    await checkCourse({ ...deps, clock: () => days(2) }, aCheck({ lookedAt: days(1) }));
    expect(await deps.awards.countOpenReviews('micro-credential-1')).to.equal(1);
    expect(await choose(deps, 'itself')).not.to.have.property('retiredAt');
    expect(await checkCourse(deps, aCheck())).to.deep.include({ kind: 'looked', offered: 1 });
  });

  it('when the choice is made, then it is kept with who made it, and is part of no version', async () => {
    const deps = passing();
    const before = await kept(deps);
    const { offering, versions, revision } = await choose(deps, 'hand');
    expect(offering).to.deep.equal({ byHand: true, changedAt: now, changedBy: 'teacher-1' });
    expect(versions).to.deep.equal(before.versions);
    expect(revision).to.equal(before.revision + 1);
    expect((await choose(deps, 'hand')).revision).to.equal(revision);
  });

  it('when a learner chooses, or the page is older than what is kept, then nothing is changed', async () => {
    const deps = passing();
    const microCredential = await kept(deps);
    const learner = { visit: aVisit(), microCredential, who: 'hand' as const };
    expect((await thrownProblem(() => setOffering(deps, learner))).code).to.equal('not-permitted');
    const older = {
      visit: aTeacherVisit(),
      microCredential: { ...microCredential, revision: 1 },
      who: 'hand' as const,
    };
    expect((await thrownProblem(() => setOffering(deps, older))).code).to.equal(
      'micro-credential-changed-elsewhere',
    );
    expect((await kept(deps)).offering).to.equal(undefined);
  });
});
