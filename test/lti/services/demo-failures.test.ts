/** The services while the demonstration LMSs fail on purpose: each failure is a problem of the LMS, in time, and passes with its cause. */
import { expect } from 'chai';
import type { Course } from '../../../src/domain/courses/course.js';
import type { LmsCourse } from '../../../src/domain/courses/lms-course.js';
import type { Failure } from '../../../src/demo-lms/lms.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { startDemoPair, type DemoPair } from '../support/demo-pair.js';

const failures: [Failure, string][] = [
  [{ kind: 'server-error' }, 'lms-error'],
  [{ kind: 'too-many-requests', retryAfterSeconds: 0 }, 'lms-busy'],
  [{ kind: 'too-many-requests', retryAfterSeconds: 600 }, 'lms-busy'],
  [{ kind: 'html' }, 'lms-answer-unreadable'],
  [{ kind: 'hang' }, 'lms-unreachable'],
  [{ kind: 'slow', milliseconds: 1_200 }, 'lms-unreachable'],
];

for (const kind of ['moodle', 'canvas'] as const) {
  describe(`failures of the demo LMS that speaks as ${kind}`, function () {
    this.timeout(30_000);
    let pair: DemoPair;
    let course: Course;
    let linkId: string;
    let lineItem: string;
    before(async () => {
      pair = await startDemoPair(kind);
      course = await pair.courseOf('3', '4');
      linkId = pair.acquis.launches.at(-1)?.link.id ?? '';
      lineItem = pair.acquis.launches.at(-1)?.link.lineItemUrl ?? '';
    });
    afterEach(() => pair.lms.controls.setFailure({ kind: 'none' }));
    after(() => pair.close());

    const calls: [string, (lms: LmsCourse) => Promise<unknown>][] = [
      ['roster', (lms) => lms.roster(course)],
      ['list of a link', (lms) => lms.rosterOfLink(course, linkId)],
      ['line item', (lms) => lms.lineItemOfLink(course, linkId)],
      ['results', (lms) => lms.results(course, lineItem)],
      ['new line item', (lms) => lms.createLineItem(course, linkId, 'x', 1)],
    ];
    for (const [failure, code] of failures) {
      it(`every service, while the LMS fails by ${JSON.stringify(failure)}, is ${code} in time`, async () => {
        for (const [, ask] of calls.slice(0, 4)) await ask(pair.services); // tokens are there
        pair.lms.controls.setFailure(failure);
        for (const [what, ask] of calls) {
          const began = Date.now();
          const problem = await thrownProblem(() => ask(pair.impatient));
          expect([what, problem.code, problem.facts['lms']]).to.deep.equal([what, code, kind]);
          expect(Date.now() - began, what).to.be.below(6_000);
        }
      });

      it(`a first token, while the LMS fails by ${JSON.stringify(failure)}, is told as the LMS’s trouble`, async () => {
        await pair.acquis.deps.records.delete('accesstoken', {});
        pair.lms.controls.setFailure(failure);
        const problem = await thrownProblem(() => pair.impatient.roster(course));
        const expected = failure.kind === 'slow' ? 'lms-unreachable' : code;
        expect([problem.code, problem.facts['lms']]).to.deep.equal([expected, kind]);
        pair.lms.controls.setFailure({ kind: 'none' });
        expect(await pair.services.roster(course)).to.not.be.empty;
      });
    }

    it('an LMS that is busy for a second, asked, is asked again after that second', async () => {
      await pair.services.roster(course);
      pair.lms.controls.setFailure({ kind: 'too-many-requests', retryAfterSeconds: 1 });
      const began = Date.now();
      setTimeout(() => pair.lms.controls.setFailure({ kind: 'none' }), 300);
      expect(await pair.services.roster(course)).to.not.be.empty;
      expect(Date.now() - began).to.be.within(900, 3_500);
    });

    it('an LMS that is a little slow, asked, is waited for', async () => {
      pair.lms.controls.setFailure({ kind: 'slow', milliseconds: 300 });
      expect(await pair.services.roster(course)).to.not.be.empty;
    });

    it('an LMS whose key set is gone, launched from again, lets people in from what was kept', async () => {
      pair.lms.controls.setFailure({ kind: 'key-set-gone' });
      expect(await pair.courseOf('6', '4')).to.include({ id: course.id });
    });
  });
}

describe('an LMS that is down', () => {
  it('every service, asked, is lms-unreachable in seconds', async () => {
    const pair = await startDemoPair('moodle');
    const course = await pair.courseOf('3', '4');
    await pair.services.roster(course);
    await pair.lms.close();
    const problem = await thrownProblem(() => pair.services.roster(course));
    await pair.acquis.close();
    expect([problem.code, problem.facts['lms']]).to.deep.equal(['lms-unreachable', 'moodle']);
    expect(JSON.stringify([problem.detail, problem.facts])).to.not.contain('token');
  });
});
