import { expect } from 'chai';
import type { Fact } from '../../../src/domain/evidence/fact.js';
import { confirmLearner } from '../../../src/domain/offers/confirm-learner.js';
import { gatherCourseFacts } from '../../../src/domain/evidence/gather-course-facts.js';
import { gatherFacts } from '../../../src/domain/evidence/gather-facts.js';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import type { LmsFamily } from '../../../src/domain/platforms/platform.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { asLearner, asTeacher, aTeacherVisit } from '../../support/builders/a-visit.js';
import { memoryConfirmations } from '../../support/memory/memory-confirmations.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryJuryDecisions } from '../../support/memory/memory-jury-decisions.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { aRosterMember, scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { scriptedRecords } from '../../support/memory/scripted-records.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-20T08:00:00Z');
const restricted: AwardRule = { kind: 'restricted-activity', linkId: 'link-1' };
const graded: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };
const examined: AwardRule = { kind: 'examiner-confirmation' };
const teacher = aRosterMember('teacher-1', { roles: asTeacher });
const [one, two, three] = ['learner-1', 'learner-2', 'learner-3'].map((subject) =>
  aRosterMember(subject),
) as [ReturnType<typeof aRosterMember>, ReturnType<typeof aRosterMember>, ReturnType<typeof aRosterMember>];

async function world(script: LmsScript, family: LmsFamily = 'moodle') {
  const courses = memoryCourses(aCourse());
  await courses.seeMember('course-1', { subject: 'learner-1' }, asLearner, 'link-1', now);
  return {
    lms: scriptedLms(script),
    records: scriptedRecords({}),
    awards: memoryAwards(),
    courses,
    confirmations: memoryConfirmations(),
    juryDecisions: memoryJuryDecisions(),
    platforms: memoryPlatforms(aPlatform({ family })),
    clock: () => now,
  };
}
type World = Awaited<ReturnType<typeof world>>;

const inputFor = (rule: AwardRule) => {
  const version = aVersion({ rule });
  return { course: aCourse(), microCredential: aMicroCredential({ versions: [version] }), version };
};
async function answer(deps: World, rule: AwardRule, subject = 'learner-1'): Promise<string> {
  const result = meetsRule(rule, await gatherFacts(deps, { ...inputFor(rule), subject }));
  return result.kind === 'condition' ? `${result.verdict} ${result.result.reason}` : result.verdict;
}

describe('gather facts: restricted activity', () => {
  it('when the list leaves somebody out and the learner launched, then access is shown', async () => {
    const deps = await world({ roster: [teacher, one, two], listed: { 'link-1': [teacher, one] } });
    expect(await answer(deps, restricted)).to.equal('met access-shown');
  });

  it('when the list holds every learner, then nothing is met, whatever its length', async () => {
    const same = await world({ roster: [teacher, one, two], listed: { 'link-1': [teacher, one, two] } });
    expect(await answer(same, restricted)).to.equal('not-met access-unrestricted');
    const longer = await world({ roster: [one, two], listed: { 'link-1': [teacher, one, two, three] } });
    expect(await answer(longer, restricted)).to.equal('not-met access-unrestricted');
  });

  it('when the list is as long as the course but misses a learner, then a restriction is in force', async () => {
    const deps = await world({ roster: [one, two], listed: { 'link-1': [teacher, one] } });
    expect(await answer(deps, restricted)).to.equal('met access-shown');
  });

  it('when the course has one learner, then the list equals the course and nothing is met', async () => {
    const deps = await world({ roster: [teacher, one], listed: { 'link-1': [one] } });
    expect(await answer(deps, restricted)).to.equal('not-met access-unrestricted');
  });

  it('when only a tutor the roster calls a learner is left out, then no restriction is in force', async () => {
    const tutor = aRosterMember('tutor-1');
    const deps = await world({ roster: [one, tutor], listed: { 'link-1': [one] } });
    expect(await answer(deps, restricted)).to.equal('met access-shown');
    await deps.courses.seeMember('course-1', { subject: 'tutor-1' }, asTeacher, 'link-1', now);
    expect(await answer(deps, restricted)).to.equal('not-met access-unrestricted');
  });

  it('when only an inactive member is left out, then no restriction is in force', async () => {
    const gone = aRosterMember('learner-2', { active: false });
    const deps = await world({ roster: [one, gone], listed: { 'link-1': [one] } });
    expect(await answer(deps, restricted)).to.equal('not-met access-unrestricted');
  });

  it('when the learner launched another link alone, then it counts as not launched', async () => {
    const deps = await world({ roster: [one, two], listed: { 'link-1': [two] } });
    await deps.courses.seeMember('course-1', { subject: 'learner-2' }, asLearner, 'link-9', now);
    expect(await answer(deps, restricted, 'learner-2')).to.equal('not-met access-not-launched');
    expect(await answer(deps, restricted)).to.equal('not-met access-not-listed');
  });

  it('when roster or list cannot be had, then it is unknown with the trouble', async () => {
    const noList = await world({ roster: [one, two], listed: { 'link-1': new Problem('lms-refused') } });
    expect(await answer(noList, restricted)).to.equal('unknown lms-refused');
    const noRoster = await world({ roster: new Problem('lms-unreachable'), listed: { 'link-1': [one] } });
    expect(await answer(noRoster, restricted)).to.equal('unknown lms-unreachable');
  });

  it('when the LMS does not obey restrictions, then it is unknown and the list is not even asked for', async () => {
    const deps = await world({ roster: [one, two], listed: { 'link-1': [one] } }, 'canvas');
    expect(await answer(deps, restricted)).to.equal('unknown lms-service-missing');
    expect(deps.lms.asked).not.to.include('rlid link-1');
  });

  it('when the person ever taught here, then there is no fact at all', async () => {
    const deps = await world({ roster: [one, two], listed: { 'link-1': [one] } });
    await deps.courses.seeMember('course-1', { subject: 'learner-1' }, asTeacher, 'link-1', now);
    await deps.courses.seeMember('course-1', { subject: 'learner-1' }, asLearner, 'link-1', now);
    expect(await gatherFacts(deps, { ...inputFor(restricted), subject: 'learner-1' })).to.deep.equal([]);
  });

  it('when something else breaks, then it is not taken for trouble of the LMS', async () => {
    const deps = await world({ roster: new Problem('storage-unavailable') });
    const problem = await thrownProblem(() => answer(deps, restricted));
    expect(problem.code).to.equal('storage-unavailable');
  });
});

describe('gather facts: grades and examiners', () => {
  const lineItem = { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' };

  it('when the result has no maximum, then the line item tells it', async () => {
    const deps = await world({ lineItem, results: [{ subject: 'learner-1', score: 10 }] });
    expect(await answer(deps, graded)).to.equal('met score-reached');
    expect(deps.lms.asked).to.deep.equal(['line item', 'results']);
  });

  it('when the LMS lists the person without a score, or not at all, then there is none', async () => {
    const deps = await world({ lineItem, results: [{ subject: 'learner-1' }] });
    expect(await answer(deps, graded)).to.equal('not-met score-none');
    expect(await answer(deps, graded, 'learner-2')).to.equal('not-met score-none');
  });

  it('when there is no line item or the LMS refuses, then it is unknown', async () => {
    expect(await answer(await world({}), graded)).to.equal('unknown no-line-item');
    const refused = await world({ lineItem, results: new Problem('lms-answer-unreadable') });
    expect(await answer(refused, graded)).to.equal('unknown lms-answer-unreadable');
  });

  it('when only an examiner decides, then the LMS is not asked', async () => {
    const deps = await world({ roster: new Problem('lms-unreachable') });
    expect(await answer(deps, examined)).to.equal('not-met examiner-not-yet');
    const { microCredential } = inputFor(examined);
    const decide = (confirmed: boolean) =>
      confirmLearner(deps, {
        visit: aTeacherVisit(),
        microCredential,
        version: 1,
        subject: 'learner-1',
        confirmed,
        reason: ' Oral\texam ',
      });
    await decide(true);
    expect(await answer(deps, examined)).to.equal('met examiner-confirmed');
    await decide(false);
    expect(await answer(deps, examined)).to.equal('not-met examiner-not-yet');
    const kept = await deps.confirmations.of(microCredential.id, 1, 'platform-1', 'learner-1');
    expect(kept?.history.map((entry) => `${entry.confirmed} ${entry.reason}`)).to.deep.equal([
      'true Oral exam',
      'false Oral exam',
    ]);
    expect(deps.lms.asked).to.deep.equal([]);
  });
});

describe('gather facts of a course', () => {
  const both: AwardRule = {
    kind: 'all',
    of: [restricted, { kind: 'any', of: [graded, restricted, examined] }],
  };

  it('when the class is large, then the LMS is asked as often as for one', async () => {
    const class200 = Array.from({ length: 200 }, (_, index) => aRosterMember(`learner-${index + 1}`));
    const deps = await world({ roster: [teacher, ...class200], listed: { 'link-1': class200.slice(0, 50) } });
    const { learners, facts } = await gatherCourseFacts(deps, inputFor(both));
    expect(learners).to.have.length(200);
    expect(deps.lms.asked.sort()).to.deep.equal(['line item', 'rlid link-1', 'roster']);
    const kinds = (facts.get('learner-1') as Fact[]).map((fact) => fact.kind);
    expect(kinds).to.deep.equal(['restricted-activity', 'own-line-item', 'examiner-confirmation']);
  });

  it('when one is asked alone, then the facts are the same as in the class', async () => {
    const deps = await world({ roster: [teacher, one, two], listed: { 'link-1': [one] } });
    const { facts } = await gatherCourseFacts(deps, inputFor(both));
    const alone = await gatherFacts(deps, { ...inputFor(both), subject: 'learner-1' });
    expect(facts.get('learner-1')).to.deep.equal(alone);
  });

  it('when teachers, former teachers or inactive people are in the roster, then they are left out', async () => {
    const inactive = aRosterMember('learner-3', { active: false });
    const deps = await world({ roster: [teacher, one, two, inactive] });
    await deps.courses.seeMember('course-1', { subject: 'learner-2' }, asTeacher, 'link-1', now);
    const { learners, trouble } = await gatherCourseFacts(deps, inputFor(examined));
    expect(learners.map((learner) => learner.subject)).to.deep.equal(['learner-1']);
    expect(trouble).to.equal(undefined);
  });

  it('when the LMS is away, then those seen in launches remain and the trouble is told', async () => {
    const deps = await world({ roster: new Problem('lms-unreachable') });
    await deps.courses.seeMember('course-1', { subject: 'teacher-1' }, asTeacher, 'link-1', now);
    const { learners, facts, trouble } = await gatherCourseFacts(deps, inputFor(examined));
    expect(learners.map((learner) => learner.subject)).to.deep.equal(['learner-1']);
    expect(facts.get('learner-1')).to.deep.equal([{ kind: 'examiner-confirmation', confirmed: false }]);
    expect(trouble).to.equal('lms-unreachable');
  });

  for (const code of ['lms-unreachable', 'lms-error', 'lms-busy'] as const)
    it(`when the LMS is ${code} for the list, then it is asked nothing else: a page must not wait for each question`, async () => {
      const deps = await world({ roster: new Problem(code), listed: { 'link-1': [one] } });
      const rule: AwardRule = { kind: 'all', of: [restricted, graded] };
      const { facts, trouble } = await gatherCourseFacts(deps, inputFor(rule));
      expect(deps.lms.asked).to.deep.equal(['roster']);
      expect(trouble).to.equal(code);
      expect(facts.get('learner-1')?.map((fact) => 'trouble' in fact && fact.trouble)).to.deep.equal([
        code,
        code,
      ]);
    });
});
