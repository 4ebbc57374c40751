import { expect } from 'chai';
import { confirmLearner } from '../../../src/domain/offers/confirm-learner.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { asLearner, asTeacher, aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryConfirmations } from '../../support/memory/memory-confirmations.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { aRosterMember, scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-20T08:00:00Z');

/** A course in which learner-1 was seen. */
async function world(script: LmsScript) {
  const courses = memoryCourses(aCourse());
  await courses.seeMember('course-1', { subject: 'learner-1' }, asLearner, 'link-1', now);
  return {
    lms: scriptedLms(script),
    courses,
    confirmations: memoryConfirmations(),
    awards: memoryAwards(),
    clock: () => now,
  };
}
type World = Awaited<ReturnType<typeof world>>;

const decision = {
  microCredentialId: 'micro-credential-1',
  version: 1,
  platformId: 'platform-1',
  subject: 'learner-7',
  examiner: { subject: 'teacher-1' },
  reason: 'Oral exam',
  at: now,
};

describe('confirm a learner', () => {
  const input = {
    visit: aTeacherVisit(),
    microCredential: aMicroCredential(),
    version: 1,
    subject: 'learner-1',
    confirmed: true,
    reason: 'Oral exam',
  };
  const refusals: [string, Partial<typeof input>, string, object?][] = [
    ['a learner tries', { visit: aVisit() }, 'not-permitted'],
    [
      'a teacher of another course tries',
      { visit: aTeacherVisit({ courseId: 'course-2' }) },
      'not-permitted',
    ],
    ['the version is not published', { version: 2 }, 'micro-credential-not-published'],
    ['there is no reason', { reason: ' \n' }, 'request-invalid', { reason: 'required' }],
    [
      'the reason has 1001 characters',
      { reason: 'x'.repeat(1001) },
      'request-invalid',
      { reason: 'too-long' },
    ],
    ['the learner is nobody', { subject: '' }, 'request-invalid', { subject: 'invalid' }],
    [
      'the learner is in no list and was never seen',
      { subject: 'learner-9' },
      'request-invalid',
      { subject: 'not-in-course' },
    ],
    ['teachers confirm themselves', { subject: 'teacher-1' }, 'request-invalid', { subject: 'taught-here' }],
    ['the person taught here', { subject: 'tutor-1' }, 'request-invalid', { subject: 'taught-here' }],
  ];
  for (const [when, change, code, fields] of refusals) {
    it(`when ${when}, then it is refused as ${code} and nothing is kept`, async () => {
      const deps = await world({ roster: [aRosterMember('learner-2')] });
      await deps.courses.seeMember('course-1', { subject: 'tutor-1' }, asTeacher, 'link-1', now);
      const problem = await thrownProblem(() => confirmLearner(deps, { ...input, ...change }));
      expect(problem.code).to.equal(code);
      expect(problem.facts.fields).to.deep.equal(fields);
      expect(await deps.confirmations.all('micro-credential-1', 1)).to.deep.equal([]);
    });
  }

  const confirmed = async (deps: World, change: Partial<typeof input>): Promise<boolean | undefined> => {
    await confirmLearner(deps, { ...input, ...change });
    const subject = change.subject ?? input.subject;
    return (await deps.confirmations.of('micro-credential-1', 1, 'platform-1', subject))?.confirmed;
  };

  it('when another version has been published since, then nothing is recorded: it would prove nothing of that one', async () => {
    const deps = await world({});
    const microCredential = aMicroCredential({ versions: [aVersion(), aVersion({}, 2)] });
    const problem = await thrownProblem(() => confirmLearner(deps, { ...input, microCredential }));
    expect(problem.facts.fields).to.deep.equal({ version: 'changed-since' });
    expect(await deps.confirmations.all('micro-credential-1', 1)).to.deep.equal([]);
  });

  for (const [what, award, isTaken] of [
    ['is offered', anAward(), true],
    ['is claimed', anIssuedAward(), false],
    ['was suspended', anIssuedAward({ state: 'suspended' }), false],
    ['was revoked', anIssuedAward({ state: 'revoked' }), false],
    ['of an older version was revoked', anIssuedAward({ state: 'revoked', version: 0 }), true],
  ] as const)
    it(`when the award ${what}, then a confirmation ${isTaken ? 'is recorded' : 'comes too late, as does withdrawing one'}`, async () => {
      const deps = { ...(await world({})), awards: memoryAwards(award) };
      if (isTaken) {
        expect(await confirmed(deps, {})).to.equal(true);
        return;
      }
      for (const yes of [true, false]) {
        const problem = await thrownProblem(() => confirmLearner(deps, { ...input, confirmed: yes }));
        expect(problem.facts.fields).to.deep.equal({ subject: 'claimed-since' });
      }
      expect(await deps.confirmations.all('micro-credential-1', 1)).to.deep.equal([]);
    });

  it('when the learner was seen in the course, then the LMS is not asked', async () => {
    const deps = await world({ roster: new Problem('lms-unreachable') });
    expect(await confirmed(deps, {})).to.equal(true);
    expect(deps.lms.asked).to.deep.equal([]);
  });

  it('when the learner was never seen and the LMS lists them, then they are confirmed', async () => {
    const deps = await world({ roster: [aRosterMember('learner-2')] });
    expect(await confirmed(deps, { subject: 'learner-2' })).to.equal(true);
    expect(deps.lms.asked).to.deep.equal(['roster']);
  });

  for (const [what, overrides] of [
    ['inactive', { active: false }],
    ['a teacher', { roles: asTeacher }],
  ] as const)
    it(`when the LMS lists them as ${what}, then they are not confirmed`, async () => {
      const deps = await world({ roster: [aRosterMember('learner-2', overrides)] });
      const problem = await thrownProblem(() => confirmed(deps, { subject: 'learner-2' }));
      expect(problem.facts.fields).to.deep.equal({ subject: 'not-in-course' });
    });

  it('when a confirmed learner has left the course, then it can still be withdrawn', async () => {
    const deps = await world({});
    const before = { ...decision, confirmed: true };
    await deps.confirmations.decide(before);
    expect(await confirmed(deps, { subject: 'learner-7', confirmed: false })).to.equal(false);
  });

  it('when nobody was seen and the LMS is away, then its trouble is told; without a roster they are nobody', async () => {
    const away = await world({ roster: new Problem('lms-unreachable') });
    const trouble = await thrownProblem(() => confirmed(away, { subject: 'learner-2' }));
    expect(trouble.code).to.equal('lms-unreachable');
    const none = await world({ roster: new Problem('lms-service-missing') });
    const problem = await thrownProblem(() => confirmed(none, { subject: 'learner-2' }));
    expect(problem.facts.fields).to.deep.equal({ subject: 'not-in-course' });
  });
});
