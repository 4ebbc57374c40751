import { expect } from 'chai';
import { publicAward } from '../../../src/domain/awards/public-award.js';
import { revokeAward } from '../../../src/domain/awards/revoke-award.js';
import { setAwardPublic } from '../../../src/domain/awards/set-award-public.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-21T08:00:00Z');
const awardId = anAward().id;
const world = (award = anIssuedAward()) => ({
  awards: memoryAwards(award),
  institutions: memoryInstitutions(anInstitution()),
  microCredentials: memoryMicroCredentials(aMicroCredential()),
  courses: memoryCourses(aCourse()),
  clock: () => now,
});

describe('revoke an award', () => {
  const input = { awardId, visit: aTeacherVisit(), reason: ' Plagiarism\r\nfound ' };

  it('when a teacher of the course gives a reason, then it is revoked and the history says who and why', async () => {
    const revoked = await revokeAward(world(), input);
    expect(revoked).to.include({ state: 'revoked', revocationReason: 'Plagiarism\nfound' });
    expect(revoked.history.at(-1)).to.deep.equal({
      what: 'revoked',
      at: now,
      by: 'teacher-1',
      reason: 'Plagiarism\nfound',
    });
    expect(revoked.documents).to.deep.equal(anIssuedAward().documents);
  });

  it('when two teachers revoke at once, then one of them is told that it is done', async () => {
    const deps = world();
    const outcomes = await Promise.allSettled([revokeAward(deps, input), revokeAward(deps, input)]);
    expect(outcomes.map((one) => one.status).sort()).to.deep.equal(['fulfilled', 'rejected']);
    expect((await thrownProblem(() => revokeAward(deps, input))).code).to.equal('award-move-not-allowed');
    expect((await deps.awards.byId(awardId))?.history).to.have.length(2);
  });

  const refusals: [string, Partial<typeof input>, string, object?][] = [
    ['the learner tries', { visit: aVisit() }, 'not-permitted'],
    [
      'a teacher of another course tries',
      { visit: aTeacherVisit({ courseId: 'course-2' }) },
      'not-permitted',
    ],
    ['there is no reason', { reason: ' ' }, 'request-invalid', { reason: 'required' }],
    [
      'the reason has 1001 characters',
      { reason: 'x'.repeat(1001) },
      'request-invalid',
      { reason: 'too-long' },
    ],
    ['there is no such award', { awardId: 'x' }, 'not-found'],
  ];
  for (const [when, change, code, fields] of refusals) {
    it(`when ${when}, then it is refused as ${code} and the award stays`, async () => {
      const deps = world();
      const problem = await thrownProblem(() => revokeAward(deps, { ...input, ...change }));
      expect(problem.code).to.equal(code);
      expect(problem.facts.fields).to.deep.equal(fields);
      expect((await deps.awards.byId(awardId))?.state).to.equal('issued');
    });
  }
});

describe('make an award public', () => {
  it('when the learner does and undoes it, then the page shows the name and forgets it', async () => {
    const deps = world();
    expect((await publicAward(deps, awardId))?.name).to.equal(undefined);
    await setAwardPublic(deps, { awardId, visit: aVisit(), public: true });
    expect((await publicAward(deps, awardId))?.name).to.deep.equal({ text: 'Ada Learner', from: 'lms' });
    const again = await setAwardPublic(deps, { awardId, visit: aVisit(), public: true });
    expect(again.history.filter((event) => event.what === 'made-public')).to.have.length(1);
    await setAwardPublic(deps, { awardId, visit: aVisit(), public: false });
    expect(JSON.stringify(await publicAward(deps, awardId))).not.to.include('Ada');
  });

  it('when anybody else tries, the teacher too, then it is not permitted', async () => {
    const others = [
      aTeacherVisit(),
      aVisit({ person: { subject: 'learner-2' } }),
      aVisit({ platformId: 'platform-2' }),
    ];
    for (const visit of others) {
      const problem = await thrownProblem(() => setAwardPublic(world(), { awardId, visit, public: true }));
      expect(problem.code).to.equal('not-permitted');
    }
  });

  it('when it is only offered or unknown, then there is nothing to show', async () => {
    const problem = await thrownProblem(() =>
      setAwardPublic(world(anAward()), { awardId, visit: aVisit(), public: true }),
    );
    expect(problem.code).to.equal('award-move-not-allowed');
    const unknown = { awardId: 'x', visit: aVisit(), public: true };
    expect((await thrownProblem(() => setAwardPublic(world(), unknown))).code).to.equal('not-found');
  });
});

describe('the public award', () => {
  const stateOf = async (award: ReturnType<typeof anAward>) =>
    (await publicAward(world(award), awardId))?.state;

  it('when it is issued, revoked or past its time, then the state says so', async () => {
    expect(await stateOf(anIssuedAward())).to.equal('valid');
    expect(await stateOf(anIssuedAward({ expiresAt: now }))).to.equal('expired');
    expect(await stateOf(anIssuedAward({ expiresAt: new Date(now.getTime() + 1) }))).to.equal('valid');
    expect(await stateOf(anIssuedAward({ state: 'revoked', expiresAt: now }))).to.equal('revoked');
  });

  it('when it is offered, revoked before it was claimed, unknown or no id, then it does not exist', async () => {
    expect(await stateOf(anAward())).to.equal(undefined);
    expect(await stateOf(anAward({ state: 'revoked', revokedAt: now }))).to.equal(undefined);
    expect(await publicAward(world(), 'A'.repeat(22))).to.equal(undefined);
    expect(await publicAward(world(), '../secret')).to.equal(undefined);
  });

  it('when its course is gone, then it is still there', async () => {
    const deps = { ...world(), courses: memoryCourses() };
    const shown = await publicAward(deps, awardId);
    expect(shown?.definition.title.en).to.equal('Data literacy');
    expect(shown?.courseTitle).to.equal(undefined);
  });

  it('when it is shown, then neither e-mail, user id nor salts are in it', async () => {
    const text = JSON.stringify(await publicAward(world(anIssuedAward({ public: true })), awardId));
    for (const secret of ['ada@example.org', 'learner-1', 'nameSalt', 'emailKey', 'Tess']) {
      expect(text).not.to.include(secret);
    }
  });
});
