/** From a Canvas's answer to the verdict: whatever is left open there is unknown here, never not met. */
import { expect } from 'chai';
import type { Failure } from '../../../src/demo-lms/lms.js';
import { judge } from '../../../src/domain/evidence/judge-condition.js';
import { observeRecords } from '../../../src/domain/evidence/observe-records.js';
import { recordsFact } from '../../../src/domain/evidence/records-facts.js';
import type { RecordsCondition } from '../../../src/domain/micro-credentials/award-rule.js';
import { courseNumber, startDemoCanvas, subjectOf, type DemoCanvas } from './demo-canvas.js';

const assignment = { id: '2', name: 'Final assignment' };
const conditions = {
  grade: { kind: 'activity-grade', item: assignment, thresholdPercent: 50 },
  points: { kind: 'activity-grade', item: assignment, thresholdPoints: 50 },
  total: { kind: 'course-total', thresholdPercent: 50 },
  item: { kind: 'activity-completion', item: { id: '502', name: 'Final assignment' }, needs: 'passed' },
  course: { kind: 'course-completion' },
  outcome: { kind: 'competency', item: { id: '41', name: 'Managing data' } },
} satisfies Record<string, RecordsCondition>;
type Name = keyof typeof conditions;

describe('verdicts about the records of a Canvas', () => {
  let canvas: DemoCanvas;
  beforeEach(async () => {
    canvas = await startDemoCanvas(0, 400);
  });
  afterEach(() => canvas.close());

  /** By condition, of one learner in a class: [verdict, reason]. */
  async function verdicts(userId: string): Promise<Record<Name, [string, string]>> {
    const records = canvas.records;
    const subjects = ['6', '7', '8'].map(subjectOf);
    const now = new Date();
    const told = Object.entries(conditions).map(async ([name, condition]) => {
      const rule: RecordsCondition = condition;
      const input = { course: courseNumber('2'), rule, subjects };
      const seen = await observeRecords({ records, clock: () => new Date() }, input);
      const fact = recordsFact(rule, seen, { subject: subjectOf(userId), observedAt: now });
      const { verdict, reason } = judge(rule, [fact]);
      return [name, [verdict, reason]] as const;
    });
    return Object.fromEntries(await Promise.all(told)) as Record<Name, [string, string]>;
  }

  it('who passed, who failed and who was not graded, asked about, get their verdicts', async () => {
    expect(await verdicts('6')).to.deep.equal({
      grade: ['met', 'score-reached'],
      points: ['met', 'score-reached'],
      total: ['met', 'score-reached'],
      item: ['met', 'completion-passed'],
      course: ['met', 'course-completed'],
      outcome: ['met', 'competency-proficient'],
    });
    expect(await verdicts('7')).to.deep.equal({
      grade: ['not-met', 'score-below'],
      points: ['not-met', 'score-below'],
      total: ['not-met', 'score-below'],
      item: ['not-met', 'completion-not-yet'],
      course: ['not-met', 'course-not-completed'],
      outcome: ['not-met', 'competency-not-proficient'],
    });
    const { grade, outcome } = await verdicts('8');
    expect([grade, outcome]).to.deep.equal([
      ['not-met', 'score-none'],
      ['not-met', 'competency-unrated'],
    ]);
  });

  const failures: [Failure, string][] = [
    [{ kind: 'html' }, 'lms-answer-unreadable'],
    [{ kind: 'half-answer' }, 'lms-answer-unreadable'],
    [{ kind: 'server-error' }, 'lms-error'],
    [{ kind: 'too-many-requests', retryAfterSeconds: 600 }, 'lms-busy'],
    [{ kind: 'hang' }, 'lms-unreachable'],
  ];
  for (const [failure, reason] of failures)
    it(`everything, while the LMS fails by ${failure.kind}, is unknown: ${reason}`, async () => {
      canvas.lms.controls.setFailure(failure);
      for (const told of Object.values(await verdicts('6'))) expect(told).to.deep.equal(['unknown', reason]);
    });

  it('everything, when the token was revoked, is unknown', async () => {
    canvas.lms.controls.setWebServices({ token: '7~another' });
    for (const told of Object.values(await verdicts('7')))
      expect(told).to.deep.equal(['unknown', 'lms-token-refused']);
  });

  const doubts: [string, () => void, Name[], string][] = [
    [
      'a grade that is not posted',
      () => canvas.lms.controls.changeColumn('2', { isUnposted: true }),
      ['grade', 'points', 'total'],
      'score-hidden',
    ],
    [
      'a letter',
      () => canvas.lms.controls.changeColumn('2', { gradingType: 'letter_grade' }),
      ['grade', 'points'],
      'score-on-scale',
    ],
    [
      'a grade of what was handed in before',
      () => canvas.lms.controls.changeGrade('2', '7', { isResubmitted: true }),
      ['grade', 'points'],
      'score-unsettled',
    ],
    [
      'somebody who is excused',
      () => canvas.lms.controls.changeGrade('2', '7', { isExcused: true }),
      ['grade', 'points'],
      'left-out',
    ],
    [
      'somebody to whom it is not assigned',
      () => canvas.lms.controls.assignTo('1', ['6']),
      ['grade', 'points'],
      'left-out',
    ],
    [
      'a total that the course hides',
      () => canvas.lms.controls.hideTotals('2', true),
      ['total'],
      'score-hidden',
    ],
    [
      'a course without modules that ask for something',
      () => canvas.lms.controls.state.lineItems.forEach((item) => delete item.passMark),
      ['item'],
      'left-out',
    ],
    [
      'a person who left',
      () => canvas.lms.controls.suspendEnrolment('2', '7', true),
      ['grade', 'total', 'item', 'course', 'outcome'],
      'left-out',
    ],
  ];
  for (const [what, begin, names, reason] of doubts)
    it(`${what}, asked about, is unknown: ${reason}`, async () => {
      begin();
      const told = await verdicts('7');
      for (const name of names) expect(told[name], name).to.deep.equal(['unknown', reason]);
    });
});
