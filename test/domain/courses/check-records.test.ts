import { expect } from 'chai';
import { checkRecords, type RecordsCheck } from '../../../src/domain/courses/check-records.js';
import { moodleRecords } from '../../../src/domain/platforms/differences/moodle-records.js';
import { recordsQuestions } from '../../../src/domain/platforms/differences/lms-records.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { aGrade, scriptedRecords, type RecordsScript } from '../../support/memory/scripted-records.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const at = new Date('2026-11-20T08:00:00Z');
const optional = 'tool_lp_data_for_course_competencies_page';
const functions = [...recordsQuestions.map((question) => moodleRecords.functions[question].name), optional];
const whole: RecordsScript = {
  functions,
  columns: [{ id: '2', name: 'Final assignment' }],
  grades: { 'learner-1': [aGrade()] },
  activities: [{ id: '1', name: 'Final assignment', asksForPass: true }],
  completion: { 'learner-1': [{ activityId: '1', state: 'incomplete', done: false }] },
};
const refused = (code: 'lms-capability-missing' | 'lms-function-missing', errorcode: string): Problem =>
  new Problem(code, { facts: { errorcode } });

async function world(script: RecordsScript) {
  const courses = memoryCourses(aCourse(), aCourse({ id: 'course-2', lastLaunchAt: new Date(0) }));
  await courses.seeMember('course-1', { subject: 'teacher-1' }, asTeacher, 'link-1', at);
  await courses.seeMember('course-1', { subject: 'learner-1' }, asLearner, 'link-1', at);
  return { records: scriptedRecords(script), courses };
}
async function look(script: RecordsScript): Promise<Map<string, RecordsCheck>> {
  const { checks } = await checkRecords(await world(script), 'platform-1', moodleRecords);
  return new Map(checks.map((check) => [check.name, check]));
}
const short = (checks: Map<string, RecordsCheck>): string[] =>
  [...checks.values()].map(({ name, result, reason }) => `${name} ${result} ${reason}`);

describe('the test of web services', () => {
  it('everything, when it is there, then passes, asked about a learner of the course opened last', async () => {
    const deps = await world(whole);
    const { checks, course } = await checkRecords(deps, 'platform-1', moodleRecords);
    expect(course?.id).to.equal('course-1');
    expect(checks.map(({ result }) => result)).to.deep.equal(Array(10).fill('passed'));
    expect(checks.at(-1)?.reason).to.equal('nothing-left-out');
    expect(deps.records.asked).to.include('grades learner-1').and.to.include('ratings learner-1');
  });

  it('the function that only proposals need, when the service lacks it, then the check says that it is optional', async () => {
    const checks = await look({ ...whole, functions: functions.filter((one) => one !== optional) });
    expect(checks.get('competency-activities')).to.include({
      result: 'failed',
      reason: 'not-in-service',
      isOptional: true,
    });
    expect([...checks.values()].filter(({ isOptional }) => isOptional)).to.have.length(1);
  });

  it('an LMS that has no such function, when it is tested, then it is not asked for', async () => {
    const { checks } = await checkRecords(await world(whole), 'platform-1', {
      ...moodleRecords,
      optional: {},
    });
    expect(checks.map(({ name }) => name)).not.to.include('competency-activities');
  });

  it('a token, when it is refused, then nothing else is asked', async () => {
    const checks = await look({ ...whole, functions: new Problem('lms-token-refused') });
    expect(short(checks)[0]).to.equal('site failed lms-token-refused');
    expect([...checks.values()].slice(1).every(({ reason }) => reason === 'site-first')).to.equal(true);
  });

  it('no course, when Acquis was never opened, then only the token is tested', async () => {
    const deps = { records: scriptedRecords(whole), courses: memoryCourses() };
    const { checks } = await checkRecords(deps, 'platform-1', moodleRecords);
    expect(checks[0]?.result).to.equal('passed');
    expect(checks.slice(1).every(({ reason }) => reason === 'no-course')).to.equal(true);
  });

  it('a function, when the service lacks it, then is told without asking', async () => {
    const checks = await look({
      ...whole,
      functions: functions.filter((one) => !one.includes('competency')),
    });
    expect(checks.get('ratings')).to.include({ result: 'failed', reason: 'not-in-service' });
    expect(checks.get('competencies')).to.include({ result: 'failed', reason: 'not-in-service' });
    expect(checks.get('grades')).to.include({ result: 'passed' });
  });

  const rights: [keyof RecordsScript, string, string, string[]][] = [
    ['grades', 'grades', 'nopermissiontoviewgrades', ['moodle/grade:viewall']],
    ['grades', 'grades', 'nopermissions', ['gradereport/user:view']],
    ['grades', 'grades', 'requireloginerror', ['moodle/course:view']],
    ['completion', 'completion', 'nopermissions', ['report/progress:view']],
    ['courseCompletion', 'course-completion', 'nopermissions', ['report/completion:view']],
    ['ratings', 'ratings', 'nopermissions', ['moodle/competency:usercompetencyview']],
    ['functions', 'site', 'accessexception', ['webservice/rest:use']],
  ];
  for (const [part, name, errorcode, capabilities] of rights)
    it(`${name}, when it is refused as ${errorcode}, then the capability is named`, async () => {
      const code = errorcode === 'accessexception' ? 'lms-function-missing' : 'lms-capability-missing';
      const checks = await look({ ...whole, [part]: refused(code, errorcode) });
      expect(checks.get(name)).to.include({ result: 'failed', reason: code });
      expect(checks.get(name)?.capabilities).to.deep.equal(capabilities);
      if (name === 'grades' || name === 'completion')
        expect(checks.get('left-out')).to.include({ result: 'not-checked', reason: 'others-first' });
    });

  it('what is left out without a word, when the answers are compared, then is named with the capabilities', async () => {
    const checks = await look({
      ...whole,
      columns: [...(whole.columns as { id: string; name: string }[]), { id: '3', name: 'Quiz' }],
      completion: { 'learner-1': [] },
    });
    const leftOut = checks.get('left-out');
    expect(leftOut).to.include({ result: 'failed', reason: 'left-out' });
    expect(leftOut?.names).to.deep.equal(['Quiz', 'Final assignment']);
    expect(leftOut?.capabilities).to.include('mod/quiz:view');
  });

  it('something else, when it breaks, then is not told as trouble of the LMS', async () => {
    const problem = await thrownProblem(() => look({ ...whole, grades: new Problem('key-unreadable') }));
    expect(problem.code).to.equal('key-unreadable');
  });
});
