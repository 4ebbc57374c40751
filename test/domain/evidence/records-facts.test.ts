/** What the LMS's web services told, and left out, as facts and answers. */
import { expect } from 'chai';
import { gatherCourseFacts } from '../../../src/domain/evidence/gather-course-facts.js';
import { gatherFacts } from '../../../src/domain/evidence/gather-facts.js';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import { offerStands } from '../../../src/domain/awards/offer-stands.js';
import type { CompletionRecord } from '../../../src/domain/courses/course-records.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { Problem, type ProblemCode } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { memoryConfirmations } from '../../support/memory/memory-confirmations.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryJuryDecisions } from '../../support/memory/memory-jury-decisions.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { aGrade, scriptedRecords, type RecordsScript } from '../../support/memory/scripted-records.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-20T08:00:00Z');
const at = new Date('2026-11-19T08:00:00Z');
const item = { id: '2', name: 'Final assignment' };
const grade: AwardRule = { kind: 'activity-grade', item, thresholdPercent: 50 };
const level: AwardRule = { kind: 'activity-grade', item, thresholdLevel: 2, levels: 3, levelName: 'Partly' };
const onScale = { onScale: true, minimum: 1, maximum: 3, levelNames: {} };
const total: AwardRule = { kind: 'course-total', thresholdPercent: 50 };
const passed: AwardRule = { kind: 'activity-completion', item, needs: 'passed' };
const completed: AwardRule = { kind: 'activity-completion', item, needs: 'completed' };
const course: AwardRule = { kind: 'course-completion' };
const competency: AwardRule = { kind: 'competency', item: { id: '1', name: 'Managing data' } };

function world(script: RecordsScript, learners: string[] = ['learner-1'], clock = () => now) {
  return {
    lms: scriptedLms({ roster: learners.map((subject) => aRosterMember(subject)) }),
    records: scriptedRecords(script),
    courses: memoryCourses(aCourse()),
    confirmations: memoryConfirmations(),
    juryDecisions: memoryJuryDecisions(),
    platforms: memoryPlatforms(aPlatform()),
    clock,
  };
}

const inputFor = (rule: AwardRule) => {
  const version = aVersion({ rule });
  return { course: aCourse(), microCredential: aMicroCredential({ versions: [version] }), version };
};

async function answer(script: RecordsScript, rule: AwardRule): Promise<string> {
  const facts = await gatherFacts(world(script), { ...inputFor(rule), subject: 'learner-1' });
  const result = meetsRule(rule, facts);
  return result.kind === 'condition' ? `${result.verdict} ${result.result.reason}` : result.verdict;
}

const mine = <T>(one: T): Record<string, T[]> => ({ 'learner-1': [one] });
const done = (fields: Partial<CompletionRecord>): RecordsScript => ({
  completion: mine({ activityId: '2', state: 'incomplete', done: false, at, ...fields }),
});

describe('evidence of web services: grades', () => {
  const cases: [string, Parameters<typeof aGrade>[0], AwardRule, string][] = [
    ['exactly at the threshold', { score: 50 }, grade, 'met score-reached'],
    ['below it', { score: 49.99 }, grade, 'not-met score-below'],
    ['not given', {}, grade, 'not-met score-none'],
    ['hidden from the learner', { score: 90, hidden: true }, grade, 'unknown score-hidden'],
    ['being worked out', { score: 90, settled: false }, grade, 'unknown score-unsettled'],
    ['on a scale', { score: 3, onScale: true }, grade, 'unknown score-on-scale'],
    ['on a scale and hidden', { score: 3, onScale: true, hidden: true }, grade, 'unknown score-hidden'],
    ['the level that is needed', { score: 2, ...onScale }, level, 'met level-reached'],
    ['a higher level', { score: 3, ...onScale }, level, 'met level-reached'],
    ['a lower level', { score: 1, ...onScale }, level, 'not-met level-below'],
    ['no level yet', onScale, level, 'not-met score-none'],
    ['a level, hidden', { score: 3, ...onScale, hidden: true }, level, 'unknown score-hidden'],
    ['a level, being worked out', { score: 3, ...onScale, settled: false }, level, 'unknown score-unsettled'],
    ['a level of a longer scale', { score: 4, ...onScale, maximum: 4 }, level, 'unknown scale-changed'],
    ['a level of a shorter scale', { score: 2, ...onScale, maximum: 2 }, level, 'unknown scale-changed'],
    ['a level of a scale from 0', { score: 3, ...onScale, minimum: 0 }, level, 'unknown scale-changed'],
    ['in points by now', { score: 3, minimum: 1, maximum: 3 }, level, 'unknown scale-changed'],
    ['between two levels', { score: 2.5, ...onScale }, level, 'unknown lms-answer-unreadable'],
    ['a level that is not there', { score: 4, ...onScale }, level, 'unknown lms-answer-unreadable'],
    ['a level of another column', { score: 3, ...onScale, columnId: '3' }, level, 'unknown left-out'],
    ['of another column', { score: 90, columnId: '3' }, grade, 'unknown left-out'],
    ['out of 0 to 0', { score: 0, maximum: 0 }, grade, 'unknown score-no-maximum'],
    ['from 10 to 20, in the middle', { score: 15, minimum: 10, maximum: 20 }, grade, 'met score-reached'],
    [
      'from 10 to 20, below the middle',
      { score: 14, minimum: 10, maximum: 20 },
      grade,
      'not-met score-below',
    ],
    ['of another column, for the total', { score: 90 }, total, 'unknown left-out'],
    ['of the total', { score: 114.5, maximum: 220, kind: 'course-total' }, total, 'met score-reached'],
  ];
  for (const [what, fields, rule, expected] of cases)
    it(`a grade, when it is ${what}, then is ${expected}`, async () => {
      expect(await answer({ grades: mine(aGrade(fields)) }, rule)).to.equal(expected);
    });

  it('a learner, when the LMS does not list them at all, then is not told "no"', async () => {
    expect(await answer({ grades: { 'learner-2': [aGrade({ score: 10 })] } }, grade)).to.equal(
      'unknown left-out',
    );
  });
});

describe('evidence of web services: completion and competencies', () => {
  const cases: [string, RecordsScript, AwardRule, string][] = [
    ['passed', done({ state: 'passed', done: true }), passed, 'met completion-passed'],
    ['failed', done({ state: 'failed' }), passed, 'not-met completion-failed'],
    ['failed, asked for completion', done({ state: 'failed' }), completed, 'not-met completion-failed'],
    ['failed and yet done', done({ state: 'failed', done: true }), completed, 'met completion-done'],
    ['not done', done({}), passed, 'not-met completion-not-yet'],
    [
      'done without a pass',
      done({ state: 'complete', done: true }),
      passed,
      'unknown completion-pass-untold',
    ],
    ['done', done({ state: 'complete', done: true }), completed, 'met completion-done'],
    ['passed, asked for completion', done({ state: 'passed', done: true }), completed, 'met completion-done'],
    ['not tracked', done({ state: 'untold' }), passed, 'unknown left-out'],
    ['left out', done({ activityId: '3', state: 'passed' }), passed, 'unknown left-out'],
    [
      'completed',
      { courseCompletion: { 'learner-1': { completed: true, at } } },
      course,
      'met course-completed',
    ],
    [
      'open',
      { courseCompletion: { 'learner-1': { completed: false } } },
      course,
      'not-met course-not-completed',
    ],
    [
      'without criteria',
      { courseCompletion: { 'learner-1': 'no-criteria' } },
      course,
      'unknown course-no-criteria',
    ],
    ['not theirs', { courseCompletion: { 'learner-1': 'not-tracked' } }, course, 'unknown left-out'],
    [
      'rated proficient',
      { ratings: mine({ competencyId: '1', rating: 'proficient', at }) },
      competency,
      'met competency-proficient',
    ],
    [
      'rated otherwise',
      { ratings: mine({ competencyId: '1', rating: 'not-proficient', at }) },
      competency,
      'not-met competency-not-proficient',
    ],
    [
      'unrated',
      { ratings: mine({ competencyId: '1', rating: 'unrated' }) },
      competency,
      'not-met competency-unrated',
    ],
    ['gone', { ratings: mine({ competencyId: '2', rating: 'proficient' }) }, competency, 'unknown left-out'],
  ];
  for (const [what, script, rule, expected] of cases)
    it(`${(rule as { kind: string }).kind}, when it is ${what}, then is ${expected}`, async () => {
      expect(await answer(script, rule)).to.equal(expected);
    });

  it('a day, when the LMS tells none or one too late, then is asked for', async () => {
    const inTime: AwardRule = { ...passed, notAfter: '2026-11-19' };
    const told = (when: Date | undefined) => answer(done({ state: 'passed', done: true, at: when }), inTime);
    expect(await told(at)).to.equal('met completion-passed');
    expect(await told(now)).to.equal('not-met too-late');
    expect(await told(undefined)).to.equal('unknown date-unknown');
    const late = {
      kind: 'activity-completion',
      itemId: '2',
      state: 'passed',
      at: now,
      observedAt: now,
    } as const;
    expect(offerStands(inTime, [late]).stands).to.equal(true);
    expect(offerStands(inTime, [{ ...late, state: 'failed' }]).stands).to.equal(false);
  });
});

describe('evidence of web services: trouble', () => {
  const codes: ProblemCode[] = [
    'lms-token-missing',
    'lms-token-refused',
    'lms-function-missing',
    'lms-capability-missing',
    'lms-services-off',
    'lms-unreachable',
    'lms-error',
    'lms-busy',
    'lms-refused',
    'lms-answer-unreadable',
    'lms-service-missing',
  ];
  for (const code of codes)
    it(`${code}, when it comes instead of an answer, then everything is unknown`, async () => {
      const problem = new Problem(code);
      const script = { grades: problem, completion: problem, courseCompletion: problem, ratings: problem };
      for (const rule of [grade, total, passed, course, competency])
        expect(await answer(script, rule)).to.equal(`unknown ${code}`);
    });

  it('something else, when it breaks, then is not taken for trouble of the LMS', async () => {
    const problem = await thrownProblem(() => answer({ grades: new Problem('key-unreadable') }, grade));
    expect(problem.code).to.equal('key-unreadable');
  });
});

describe('evidence of web services: a class', () => {
  const class50 = Array.from({ length: 50 }, (_, nth) => `learner-${nth + 1}`);
  const verdicts = async (deps: ReturnType<typeof world>, rule: AwardRule, patienceMs?: number) => {
    const { facts, trouble } = await gatherCourseFacts(deps, { ...inputFor(rule), patienceMs });
    const all = class50.map((subject) => meetsRule(rule, facts.get(subject) ?? []));
    return { trouble, all: all.map((one) => (one.kind === 'condition' ? one.result.reason : one.verdict)) };
  };

  it('grades and total, when they are asked for, then come in one question', async () => {
    const grades = Object.fromEntries(class50.map((subject) => [subject, [aGrade({ score: 60 })]]));
    const deps = world({ grades }, class50);
    const rule: AwardRule = { kind: 'all', of: [grade, total, { ...grade, thresholdPercent: 70 }] };
    await gatherCourseFacts(deps, inputFor(rule));
    expect(deps.records.asked).to.deep.equal(['grades of all']);
  });

  it('completion of several activities, when it is asked for, then is one question a learner', async () => {
    const other = { ...passed, item: { id: '3', name: 'Quiz' } };
    const deps = world({ completion: {} }, class50);
    await gatherCourseFacts(deps, inputFor({ kind: 'any', of: [passed, other, completed] }));
    expect(deps.records.asked.toSorted()).to.deep.equal(class50.map((one) => `completion ${one}`).toSorted());
  });

  it('an LMS that answers for many at once, when ratings and completion are needed, then is asked once for each', async () => {
    const rated = Object.fromEntries(
      class50.slice(1).map((one) => [one, [{ competencyId: '1', rating: 'proficient' as const }]]),
    );
    const deps = world({ tellsMany: true, ratings: rated, courseCompletion: {} }, class50);
    const { all } = await verdicts(deps, competency);
    await verdicts(deps, { kind: 'course-completion' });
    expect(deps.records.asked).to.deep.equal(['ratings of many', 'course completion of many']);
    expect([all[0], all[1]]).to.deep.equal(['left-out', 'competency-proficient']);
  });

  it('trouble of a question about many, when it comes, then is the trouble of each', async () => {
    const deps = world({ tellsMany: true, ratings: new Problem('lms-token-refused') }, class50);
    const { all, trouble } = await verdicts(deps, competency);
    expect(new Set(all)).to.deep.equal(new Set(['lms-token-refused']));
    expect([trouble, deps.records.asked.length]).to.deep.equal(['lms-token-refused', 1]);
  });

  it('an LMS that does not answer, when it is noticed, then is not asked about everybody', async () => {
    const deps = world({ completion: new Problem('lms-unreachable') }, class50);
    const { all, trouble } = await verdicts(deps, passed);
    expect(new Set(all)).to.deep.equal(new Set(['lms-unreachable']));
    expect(trouble).to.equal('lms-unreachable');
    expect(deps.records.asked.length).to.be.at.most(4);
  });

  it('trouble with one learner, when it comes, then is theirs alone', async () => {
    const deps = world({ completion: {} }, class50);
    const told = { ...deps.records };
    deps.records.completion = async (one, subject) => {
      if (subject === 'learner-7') throw new Problem('lms-refused');
      return told.completion(one, subject);
    };
    const { all } = await verdicts(deps, passed);
    expect(all.filter((reason) => reason === 'lms-refused')).to.have.length(1);
    expect(all.filter((reason) => reason === 'left-out')).to.have.length(49);
  });

  it('time, when it runs out, then leaves the rest unknown, and another minute begins with others', async () => {
    const askedAt = async (minute: number) => {
      let ms = minute * 60_000;
      const deps = world({ completion: {} }, class50, () => new Date(ms));
      const told = { ...deps.records };
      deps.records.completion = async (one, subject) => {
        ms += 1_000;
        return told.completion(one, subject);
      };
      return { ...(await verdicts(deps, passed, 10_000)), asked: deps.records.asked };
    };
    const [first, second] = [await askedAt(1), await askedAt(2)];
    expect(first.asked.length).to.be.within(8, 14);
    expect(first.all.filter((reason) => reason === 'not-asked').length).to.equal(50 - first.asked.length);
    expect(first.trouble).to.equal('not-asked');
    expect(second.asked).not.to.deep.equal(first.asked);
  });
});
