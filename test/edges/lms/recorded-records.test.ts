/** Grades, completion and competencies of a real Moodle, read by the code that reads them in life. */
import { expect } from 'chai';
import type { GradeRecord } from '../../../src/domain/courses/course-records.js';
import { aCourse } from '../../support/builders/a-course.js';
import { answering, recordsOver, replay } from './recorded-web-services.js';

const course = aCourse();
const [assignment, quiz] = ['2', '3'];

function column(grades: Map<string, GradeRecord[]>, subject: string, columnId: string) {
  return grades.get(subject)?.find((one) => one.columnId === columnId);
}

describe('recorded web services of Moodle: grades', () => {
  it('a whole class, asked, comes in one answer, with a score only where one was given', async () => {
    const grades = await recordsOver(replay('grade-items-all-users')).grades(course, {
      subjects: [],
      total: true,
    });
    expect([...grades.keys()].sort()).to.deep.equal(['6', '7', '8']);
    const scores = ['6', '7', '8'].map((subject) => column(grades, subject, assignment)?.score);
    expect(scores).to.deep.equal([78.5, 41, undefined]);
    expect(column(grades, '6', assignment)).to.deep.equal({
      columnId: '2',
      activityId: '1',
      kind: 'activity',
      name: 'Final assignment',
      score: 78.5,
      minimum: 0,
      maximum: 100,
      onScale: false,
      hidden: false,
      settled: true,
      at: new Date(1795336722_000),
    });
    expect(column(grades, '6', quiz)).to.include({ maximum: 10, score: undefined, at: undefined });
  });

  it('columns, read, are told apart: by hand, outcome on a scale, course total', async () => {
    const grades = await recordsOver(replay('grade-items-student1-passed')).grades(course, {
      subjects: ['6'],
      total: true,
    });
    expect(column(grades, '6', '4')).to.include({ kind: 'outcome', onScale: true });
    expect(column(grades, '6', '5')).to.include({
      kind: 'by-hand',
      name: 'Oral exam',
      score: 16,
      maximum: 20,
    });
    expect(column(grades, '6', '1')).to.include({ kind: 'course-total', name: undefined });
  });

  it('an outcome, read, is a level of its scale, with the names of both ends and of what was given', async () => {
    const grades = await recordsOver(replay('grade-items-all-users')).grades(course, {
      subjects: [],
      total: false,
    });
    const ends = { lowest: 'Not yet', highest: 'Mastered' };
    expect(column(grades, '6', '4')).to.deep.include({
      activityId: '1',
      name: 'LO1 on Final assignment',
      score: 3,
      minimum: 1,
      maximum: 3,
      levelNames: { ...ends, given: 'Mastered' },
    });
    expect(column(grades, '7', '4')).to.deep.include({
      score: 1,
      levelNames: { ...ends, given: 'Not yet' },
    });
    expect(column(grades, '8', '4')).to.deep.include({ score: undefined, levelNames: ends });
    expect(column(grades, '6', '5')).not.to.have.property('levelNames');
  });

  it('a teacher, asked about, is told every column without a grade', async () => {
    const grades = await recordsOver(replay('grade-items-teacher')).grades(course, {
      subjects: ['3'],
      total: true,
    });
    const told = grades.get('3') ?? [];
    expect(told.map(({ name }) => name)).to.include.members([
      'Final assignment',
      'Self-test quiz',
      'Oral exam',
    ]);
    expect(told.every(({ score }) => score === undefined)).to.equal(true);
  });

  for (const [name, what] of [
    ['hidden-assignment-grade-items', 'a hidden activity'],
    ['minimal-grade-items-student1', 'an activity whose capability is missing'],
  ] as const)
    it(`${what}, asked about, is not in the answer at all`, async () => {
      const grades = await recordsOver(replay(name)).grades(course, { subjects: ['6'], total: true });
      expect(column(grades, '6', assignment)).to.equal(undefined);
      expect(column(grades, '6', '5')).to.include({ name: 'Oral exam' });
    });
});

describe('recorded web services of Moodle: completion', () => {
  const cases = [
    ['activities-completion-student1-passed', '6', 'passed'],
    ['activities-completion-student2-failed', '7', 'failed'],
    ['activities-completion-student3-ungraded', '8', 'incomplete'],
    ['activities-completion-not-enrolled', '5', 'untold'],
  ] as const;
  for (const [name, subject, state] of cases)
    it(`the assignment of ${subject}, read, is ${state}`, async () => {
      const told = await recordsOver(replay(name)).completion(course, subject);
      expect(told.map(({ activityId }) => activityId)).to.deep.equal(['1', '2', '3']);
      const expected = { activityId: '1', state, done: state === 'passed' };
      const at = new Date(1795336722_000);
      const dated = state === 'passed' || state === 'failed';
      expect(told[0]).to.deep.equal({ ...expected, at: dated ? at : undefined });
    });

  it('an activity whose capability is missing, asked about, is not in the answer at all', async () => {
    const told = await recordsOver(replay('minimal-activities-completion-student1')).completion(course, '6');
    expect(told.map(({ activityId }) => activityId)).to.deep.equal(['3']);
  });

  it('the course, read, is completed on the day of its last criterion, or not', async () => {
    const passed = recordsOver(replay('course-completion-student1-passed'));
    expect(await passed.courseCompletion(course, '6')).to.deep.equal({
      completed: true,
      at: new Date(1795336722_000),
    });
    const failed = recordsOver(replay('course-completion-student2-failed'));
    expect(await failed.courseCompletion(course, '7')).to.deep.equal({ completed: false, at: undefined });
  });

  it('errors that are answers, read, are no errors', async () => {
    const big = aCourse({ contextId: '3' });
    const without = recordsOver(replay('error-course-completion-no-criteria'));
    expect(await without.courseCompletion(big, '9')).to.equal('no-criteria');
    const teacher = recordsOver(replay('error-course-completion-not-tracked'));
    expect(await teacher.courseCompletion(course, '3')).to.equal('not-tracked');
  });
});

describe('recorded web services of Moodle: somebody whom it does not know', () => {
  it('every question about them, when it is refused so, then is answered by nothing', async () => {
    const unknown = recordsOver(answering('error-unknown-user'));
    expect(await unknown.grades(course, { subjects: ['9999'], total: true })).to.deep.equal(new Map());
    expect(await unknown.completion(course, '9999')).to.deep.equal([]);
    expect(await unknown.ratings(course, '9999')).to.deep.equal([]);
    expect(await unknown.courseCompletion(course, '9999')).to.equal('not-tracked');
  });
});

describe('recorded web services of Moodle: what a course has', () => {
  it('its tracked activities, read, have names and say whether a pass is asked for', async () => {
    const told = await recordsOver(replay('course-contents')).activities(course);
    expect(told.slice(0, 3)).to.deep.equal([
      { id: '1', name: 'Final assignment', asksForPass: true },
      { id: '2', name: 'Self-test quiz', asksForPass: false },
      { id: '3', name: 'Reading: what is data?', asksForPass: false },
    ]);
  });

  it('its columns, read, have numbers and names', async () => {
    const told = await recordsOver(replay('gradeitems')).columns(course);
    expect(told).to.deep.include({ id: '2', name: 'Final assignment' });
    expect(told).to.deep.include({ id: '5', name: 'Oral exam' });
  });

  it('its competencies, read, have numbers, names, codes and words; a course without has none', async () => {
    expect(await recordsOver(replay('course-competencies')).competencies(course)).to.deep.equal([
      {
        id: '1',
        name: 'Managing data',
        code: 'DC-1.3',
        text: 'To organise, store and retrieve data.',
      },
      {
        id: '2',
        name: 'Evaluating data',
        code: 'DC-1.2',
        text: 'To analyse, compare and critically evaluate data.',
      },
    ]);
    const none = recordsOver(replay('course-competencies-none'));
    expect(await none.competencies(aCourse({ contextId: '3' }))).to.deep.equal([]);
  });

  it('activities tied to competencies, read, are those that the account may see, without a word about others', async () => {
    const tied = await recordsOver(replay('course-competencies-page')).competencyActivities(course);
    expect([...(tied ?? [])]).to.deep.equal([
      ['1', [{ id: '1', name: 'Final assignment' }]],
      ['2', []],
    ]);
    const few = await recordsOver(replay('minimal-course-competencies-page')).competencyActivities(course);
    expect([...(few ?? [])]).to.deep.equal([
      ['1', []],
      ['2', []],
    ]);
  });

  it('ratings, read, say nothing of what nobody has rated, not even a time', async () => {
    const rated = await recordsOver(replay('competency-report-student1-passed')).ratings(course, '6');
    expect(rated).to.deep.equal([
      { competencyId: '1', rating: 'proficient', at: new Date(1795336723_000) },
      { competencyId: '2', rating: 'unrated' },
    ]);
    const unrated = await recordsOver(replay('competency-report-student2-failed')).ratings(course, '7');
    expect(unrated.map(({ rating }) => rating)).to.deep.equal(['unrated', 'unrated']);
    expect(unrated.every(({ at }) => at === undefined)).to.equal(true);
  });
});
