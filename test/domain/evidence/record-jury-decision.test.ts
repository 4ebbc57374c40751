import { expect } from 'chai';
import type { JuryInput } from '../../../src/domain/evidence/jury-input.js';
import {
  recordJuryDecision,
  withdrawJuryDecision,
} from '../../../src/domain/evidence/record-jury-decision.js';
import { aMicroCredential } from '../../support/builders/a-definition.js';
import { aJuryDecision } from '../../support/builders/a-jury-decision.js';
import { asLearner, asTeacher, aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { aCourse } from '../../support/builders/a-course.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryJuryDecisions } from '../../support/memory/memory-jury-decisions.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-20T08:00:00Z');
const decision: JuryInput = {
  state: 'proven',
  portfolio: 'Three reports on open data.',
  attachments: 'https://portfolio.example.org/ada\nhttps://portfolio.example.org/ada?page=2',
  examinerOne: 'Irène Examiner',
  examinerTwo: 'Max Juror',
  mayBeNamed: false,
  decidedOn: '2026-11-12',
  reasons: 'All criteria are shown.',
};
const about = {
  visit: aTeacherVisit(),
  microCredential: aMicroCredential(),
  version: 1,
  subject: 'learner-1',
};

async function world() {
  const courses = memoryCourses(aCourse());
  await courses.seeMember('course-1', { subject: 'learner-1' }, asLearner, 'link-1', now);
  await courses.seeMember('course-1', { subject: 'tutor-1' }, asTeacher, 'link-1', now);
  const lms = scriptedLms({ roster: [aRosterMember('learner-2')] });
  return { juryDecisions: memoryJuryDecisions(), courses, lms, clock: () => now };
}
type World = Awaited<ReturnType<typeof world>>;
const kept = ({ juryDecisions }: World, subject = 'learner-1') =>
  juryDecisions.of('micro-credential-1', 1, 'platform-1', subject);

describe('recording a jury’s decision', () => {
  it('a decision, when it is recorded, then it is kept with both examiners, its addresses and who recorded it', async () => {
    const deps = await world();
    await recordJuryDecision(deps, { ...about, decision });
    const found = await kept(deps);
    expect(found).to.deep.include({
      state: 'proven',
      portfolio: 'Three reports on open data.',
      attachments: ['https://portfolio.example.org/ada', 'https://portfolio.example.org/ada?page=2'],
      examiners: ['Irène Examiner', 'Max Juror'],
      mayBeNamed: false,
      decidedOn: '2026-11-12',
      reasons: 'All criteria are shown.',
      recordedBy: { subject: 'teacher-1', name: 'Tess Teacher' },
      at: now,
    });
    expect(found?.history).to.have.length(1);
  });

  it('another one, when it is recorded, then it counts; the same once more changes nothing', async () => {
    const deps = await world();
    await recordJuryDecision(deps, { ...about, decision: { ...decision, state: 'not-proven' } });
    await recordJuryDecision(deps, { ...about, decision });
    await recordJuryDecision(deps, { ...about, decision });
    const found = await kept(deps);
    expect(found?.state).to.equal('proven');
    expect(found?.history.map(({ state }) => state)).to.deep.equal(['not-proven', 'proven']);
  });

  it('it, when it is withdrawn, then it counts no more and its content stays; twice is once', async () => {
    const deps = await world();
    await recordJuryDecision(deps, { ...about, decision });
    await withdrawJuryDecision(deps, { ...about, reason: 'Another person’s portfolio.' });
    await withdrawJuryDecision(deps, { ...about, reason: 'Another person’s portfolio.' });
    const found = await kept(deps);
    expect(found).to.deep.include({
      state: 'withdrawn',
      reasons: 'Another person’s portfolio.',
      portfolio: decision.portfolio,
    });
    expect(found?.history).to.have.length(2);
  });

  it('nothing recorded, when it is withdrawn, then nothing is kept', async () => {
    const deps = await world();
    await withdrawJuryDecision(deps, { ...about, reason: 'x' });
    expect(await kept(deps)).to.equal(undefined);
  });

  const long = 'x'.repeat(4001);
  for (const [what, change, fields] of [
    ['no decision', { state: 'maybe' as never }, { state: 'unknown-choice' }],
    ['no portfolio', { portfolio: ' \n' }, { portfolio: 'required' }],
    ['a long portfolio', { portfolio: long }, { portfolio: 'too-long' }],
    [
      'an address without https',
      { attachments: 'https://a.example http://b.example' },
      { attachments: 'https-required' },
    ],
    [
      'an address without its slashes, which would lead into these pages',
      { attachments: 'https:roster' },
      { attachments: 'https-required' },
    ],
    ['a script for an address', { attachments: 'javascript:alert(1)' }, { attachments: 'https-required' }],
    ['too many addresses', { attachments: 'https://a.example '.repeat(21) }, { attachments: 'too-many' }],
    ['one examiner', { examinerTwo: '' }, { examinerTwo: 'required' }],
    ['one examiner twice', { examinerTwo: ' irène  examiner ' }, { examinerTwo: 'repeated' }],
    [
      'one examiner twice, with what nobody sees',
      { examinerTwo: 'Irène\u200B\u200E\u00A0Ｅxaminer\u2060' },
      { examinerTwo: 'repeated' },
    ],
    ['no day', { decidedOn: '' }, { decidedOn: 'required' }],
    ['no such day', { decidedOn: '2026-02-30' }, { decidedOn: 'invalid' }],
    ['a day to come', { decidedOn: '2026-11-21' }, { decidedOn: 'out-of-range' }],
    ['no reasons', { reasons: '' }, { reasons: 'required' }],
  ] as const)
    it(`a form with ${what}, when it is sent, then its field is told and nothing is kept`, async () => {
      const deps = await world();
      const problem = await thrownProblem(() =>
        recordJuryDecision(deps, { ...about, decision: { ...decision, ...change } }),
      );
      expect(problem.facts['fields']).to.deep.equal(fields);
      expect(await kept(deps)).to.equal(undefined);
    });

  for (const [who, change, code, fields] of [
    ['a learner', { visit: aVisit() }, 'not-permitted', undefined],
    [
      'a teacher of another course',
      { visit: aTeacherVisit({ courseId: 'course-2' }) },
      'not-permitted',
      undefined,
    ],
    [
      'a teacher, about a version that there is not,',
      { version: 2 },
      'micro-credential-not-published',
      undefined,
    ],
    [
      'a teacher, about somebody who taught here,',
      { subject: 'tutor-1' },
      'request-invalid',
      { subject: 'taught-here' },
    ],
    ['a teacher, about themselves,', { subject: 'teacher-1' }, 'request-invalid', { subject: 'taught-here' }],
    [
      'a teacher, about a stranger,',
      { subject: 'learner-7' },
      'request-invalid',
      { subject: 'not-in-course' },
    ],
  ] as const)
    it(`${who} when they record or withdraw one, then are refused`, async () => {
      const deps = await world();
      for (const deed of [
        () => recordJuryDecision(deps, { ...about, ...change, decision }),
        () => withdrawJuryDecision(deps, { ...about, ...change, reason: 'x' }),
      ]) {
        const problem = await thrownProblem(deed);
        expect(problem.code).to.equal(code);
        expect(problem.facts['fields']).to.deep.equal(fields);
      }
      expect(await deps.juryDecisions.all('micro-credential-1', 1)).to.deep.equal([]);
    });

  it('a learner who has left since, when the decision is withdrawn, then it is', async () => {
    const deps = await world();
    await deps.juryDecisions.record(aJuryDecision({ subject: 'left' }));
    await withdrawJuryDecision(deps, { ...about, subject: 'left', reason: 'Recorded by mistake.' });
    expect((await kept(deps, 'left'))?.state).to.equal('withdrawn');
  });
});
