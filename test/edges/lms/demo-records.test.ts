/** The web services of the demonstration LMS over real HTTP, while it works and while it fails on purpose. */
import { expect } from 'chai';
import { startDemoLms, type DemoLms } from '../../../src/demo-lms/demo-lms.js';
import type { Failure } from '../../../src/demo-lms/lms.js';
import type { CourseRecords } from '../../../src/domain/courses/course-records.js';
import { createCourseRecords } from '../../../src/edges/lms/create-course-records.js';
import { createGuardedFetch, type GuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { memoryServiceTokens } from '../../support/memory/memory-service-tokens.js';
import { thrownProblem } from '../../support/thrown-problem.js';

describe('web services of the demo LMS', () => {
  const course = aCourse();
  let lms: DemoLms;
  let guarded: GuardedFetch;
  let records: CourseRecords;
  /** With the usual limits: a large answer takes a busy machine longer. */
  let patient: CourseRecords;
  before(async () => {
    const tool = { loginUrl: '', launchUrl: '', keySetUrl: '' };
    lms = await startDemoLms({ kind: 'moodle', host: '127.0.0.1', port: 0, tool, bigLearners: 500 });
    const { issuer, tokenEndpoint } = lms.registration;
    guarded = createGuardedFetch({ allowPrivate: true, backoffMs: 20 });
    const deps = {
      fetch: guarded.fetch,
      platforms: memoryPlatforms(aPlatform({ issuer, tokenEndpoint })),
      tokens: memoryServiceTokens({ 'platform-1': lms.controls.state.webServices?.token ?? '' }),
      clock: () => new Date(),
    };
    patient = createCourseRecords(deps);
    records = createCourseRecords(deps, { timeoutMs: 400, wholeMs: 3_000 });
  });
  afterEach(() => lms.controls.setFailure({ kind: 'none' }));
  after(async () => {
    await guarded.close();
    await lms.close();
  });

  it('a class of 500, when its grades are asked for, then comes in one answer', async () => {
    const grades = await patient.grades(aCourse({ contextId: '3' }), { subjects: [], total: true });
    expect(grades.size).to.equal(500);
    expect(grades.get('9')?.find(({ name }) => name === 'Final assignment')?.score).to.equal(70);
  });

  it('every question, when it is asked, then is answered', async () => {
    expect(
      (await records.grades(course, { subjects: ['6'], total: true })).get('6'),
    ).to.have.length.greaterThan(2);
    expect((await records.completion(course, '6'))[0]).to.include({ activityId: '1', state: 'passed' });
    expect(await records.courseCompletion(course, '7')).to.include({ completed: false });
    expect((await records.ratings(course, '6'))[0]).to.include({ competencyId: '1', rating: 'proficient' });
    expect(await records.activities(course)).to.deep.equal([
      { id: '1', name: 'Final assignment', asksForPass: true },
    ]);
    expect((await records.competencies(course)).map(({ name }) => name)).to.deep.equal([
      'Managing data',
      'Evaluating data',
    ]);
    expect((await records.columns(course)).map(({ id }) => id)).to.include('2');
    const outcomes = (await records.grades(course, { subjects: [], total: false })).get('75');
    expect(outcomes?.find(({ kind }) => kind === 'outcome')).to.deep.include({
      score: 2,
      maximum: 3,
      levelNames: { lowest: 'Not yet', highest: 'Mastered', given: 'Partly' },
    });
    const tied = await records.competencyActivities(course);
    expect(tied?.get('1')).to.deep.equal([{ id: '1', name: 'Final assignment' }]);
    expect(tied?.get('2')).to.deep.equal([]);
  });

  const failures: [Failure, string][] = [
    [{ kind: 'server-error' }, 'lms-error'],
    [{ kind: 'too-many-requests', retryAfterSeconds: 0 }, 'lms-busy'],
    [{ kind: 'too-many-requests', retryAfterSeconds: 600 }, 'lms-busy'],
    [{ kind: 'html' }, 'lms-answer-unreadable'],
    [{ kind: 'hang' }, 'lms-unreachable'],
    [{ kind: 'slow', milliseconds: 1_200 }, 'lms-unreachable'],
  ];
  for (const [failure, code] of failures)
    it(`a question, while the LMS fails by ${JSON.stringify(failure)}, is ${code} in time`, async () => {
      lms.controls.setFailure(failure);
      const began = Date.now();
      const problem = await thrownProblem(() => records.completion(course, '6'));
      expect(problem.code).to.equal(code);
      expect(Date.now() - began).to.be.below(3_000);
    });

  it('an LMS that is busy for a second, asked, is asked again after that second', async () => {
    lms.controls.setFailure({ kind: 'too-many-requests', retryAfterSeconds: 1 });
    const began = Date.now();
    setTimeout(() => lms.controls.setFailure({ kind: 'none' }), 300);
    expect(await records.completion(course, '6')).to.have.length(1);
    expect(Date.now() - began).to.be.within(900, 2_500);
  });
});
