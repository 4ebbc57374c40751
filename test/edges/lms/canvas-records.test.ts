/** Grades, completion, totals and outcomes of the Canvas-like demonstration LMS, read by the code that reads a Canvas in life. */
import { expect } from 'chai';
import type { GradeRecord } from '../../../src/domain/courses/course-records.js';
import { courseNumber, startDemoCanvas, subjectOf, type DemoCanvas } from './demo-canvas.js';

const course = courseNumber('2');
const big = courseNumber('3');
const [passed, failed, ungraded, teacher] = ['6', '7', '8', '3'].map(subjectOf) as [
  string,
  string,
  string,
  string,
];
const assignment = '2';

describe('REST API of the Canvas-like LMS', () => {
  let canvas: DemoCanvas;
  beforeEach(async () => {
    canvas = await startDemoCanvas(250);
  });
  afterEach(() => canvas.close());

  const grades = (subjects: string[], columnIds: string[] = [assignment], total = false) =>
    canvas.records.grades(course, { subjects, columnIds, total });
  const graded = async (subject: string): Promise<GradeRecord | undefined> =>
    (await grades([subject])).get(subject)?.find(({ columnId }) => columnId === assignment);
  const totalOf = async (subject: string): Promise<GradeRecord | undefined> =>
    (await grades([subject], [], true)).get(subject)?.find(({ kind }) => kind === 'course-total');

  it('grades of an assignment, asked for, come in points with their day, and only where one was given', async () => {
    const told = await grades([passed, failed, ungraded]);
    const of = (subject: string) => told.get(subject)?.find(({ columnId }) => columnId === assignment);
    expect([of(passed)?.score, of(failed)?.score, of(ungraded)?.score]).to.deep.equal([78.5, 41, undefined]);
    const at = of(passed)?.at;
    expect(at).to.be.an.instanceOf(Date);
    expect(of(passed)).to.deep.equal({
      columnId: '2',
      kind: 'activity',
      name: 'Final assignment',
      score: 78.5,
      minimum: 0,
      maximum: 100,
      onScale: false,
      hidden: false,
      settled: true,
      at,
    });
    expect(of(ungraded)).to.include({ settled: true, hidden: false, at: undefined });
  });

  it('the total, asked for, counts what is missing: one good grade alone is not the course', async () => {
    canvas.lms.controls.setGrade({ courseId: '2', userId: '6', lineItemId: '2', score: 90 });
    expect(await totalOf(passed)).to.include({ score: 90, maximum: 100, hidden: false });
    canvas.lms.controls.state.lineItems.push({
      id: '99',
      courseId: '2',
      owner: 'lms',
      label: 'Essay',
      scoreMaximum: 100,
    });
    expect((await totalOf(passed))?.score).to.equal(45);
    expect((await totalOf(ungraded))?.score).to.equal(0);
  });

  it('a class of 250, when a rule needs one assignment and the total, is asked about in pages of a hundred', async () => {
    const everybody = canvas.lms.controls.state.courses
      .find(({ id }) => id === '3')
      ?.enrolments.filter(({ role }) => role === 'learner')
      .map(({ userId }) => subjectOf(userId));
    const wanted = { subjects: everybody ?? [], columnIds: ['10'], total: true };
    const first = await canvas.records.grades(big, wanted);
    expect(first.size).to.equal(250);
    expect([...first.values()].every((records) => records.length === 2)).to.equal(true);
    canvas.forget();
    // their numbers are known now
    await canvas.records.grades(big, wanted);
    const paths = canvas.sent.map(({ url }) => new URL(url).pathname.split('/').slice(5).join('/'));
    expect(paths.toSorted()).to.deep.equal([
      '',
      'assignments',
      ...Array.from({ length: 3 }, () => 'enrollments'),
      ...Array.from({ length: 3 }, () => 'students/submissions'),
    ]);
    for (const { url } of canvas.sent.filter((one) => /submissions|assignments/.test(one.url)))
      expect(new URL(url).searchParams.getAll('assignment_ids[]')).to.deep.equal(['10']);
  });

  it('every question, when it is asked, goes to the linked course and no other', async () => {
    await canvas.records.grades(course, { subjects: [passed], total: true });
    await canvas.records.completion(course, passed);
    await canvas.records.courseCompletionOfMany(course, [passed, failed]);
    await canvas.records.ratingsOfMany(course, [passed, failed]);
    await canvas.records.competencies(course);
    const begin = `${canvas.lms.url}/api/v1/courses/lti_context_id:${course.contextId}`;
    expect(canvas.sent.length).to.be.greaterThan(6);
    for (const { url, method } of canvas.sent) {
      expect(url.startsWith(begin), url).to.equal(true);
      expect(method).to.equal('GET');
    }
  });

  const doubts: [string, () => void, Partial<GradeRecord>][] = [
    [
      'is not posted',
      () => canvas.lms.controls.changeColumn(assignment, { isUnposted: true }),
      { hidden: true },
    ],
    [
      'is a letter',
      () => canvas.lms.controls.changeColumn(assignment, { gradingType: 'letter_grade' }),
      { onScale: true },
    ],
    [
      'is older than what was handed in',
      () => canvas.lms.controls.changeGrade(assignment, '6', { isResubmitted: true }),
      { settled: false },
    ],
    [
      'is complete or incomplete',
      () => canvas.lms.controls.changeColumn(assignment, { gradingType: 'pass_fail' }),
      { onScale: false, score: 78.5 },
    ],
  ];
  for (const [what, begin, told] of doubts)
    it(`a grade, when it ${what}, then is told as such`, async () => {
      begin();
      expect(await graded(passed)).to.include(told);
    });

  it('who is excused or has no such assignment, asked about, is left out', async () => {
    canvas.lms.controls.changeGrade(assignment, '6', { isExcused: true });
    canvas.lms.controls.assignTo('1', ['6', '8']);
    const told = await grades([passed, failed, ungraded]);
    expect([told.get(passed), told.get(failed)]).to.deep.equal([[], []]);
    expect(told.get(ungraded)).to.have.length(1);
  });

  it('totals that the course hides from learners, asked for, are told as hidden', async () => {
    canvas.lms.controls.hideTotals('2', true);
    expect(await totalOf(passed)).to.include({ hidden: true });
  });

  it('a stranger, a teacher and somebody who left, asked about, are left out and no trouble', async () => {
    canvas.lms.controls.suspendEnrolment('2', '7', true);
    const stranger = subjectOf('1000000');
    const told = await grades([passed, stranger, teacher, failed], undefined, true);
    expect([...told.keys()]).to.deep.equal([passed]);
    for (const subject of [stranger, teacher, failed]) {
      expect(await canvas.records.completion(course, subject), subject).to.deep.equal([]);
      expect(await canvas.records.ratings(course, subject), subject).to.deep.equal([]);
    }
    expect(await canvas.records.courseCompletion(course, stranger)).to.equal('not-tracked');
    expect(await canvas.records.courseCompletion(course, teacher)).to.equal('no-criteria');
  });

  it('items of modules, asked about, are passed where they ask for points and those are reached', async () => {
    const item = { activityId: '502' };
    expect(await canvas.records.activities(course)).to.deep.equal([
      { id: '502', name: 'Final assignment', asksForPass: true },
    ]);
    expect(await canvas.records.completion(course, passed)).to.deep.equal([
      { ...item, state: 'passed', done: true },
    ]);
    expect(await canvas.records.completion(course, failed)).to.deep.equal([
      { ...item, state: 'incomplete', done: false },
    ]);
  });

  it('items of a module, when Canvas passes over include[], are asked for by themselves', async () => {
    canvas.lms.controls.setWebServices({
      capabilities: ['Course Content - view', 'Users - view list', 'Grades - view all grades'],
    });
    expect(await canvas.records.completion(course, passed)).to.have.length(1);
    // what mastery is, nobody tells then
    expect(await canvas.records.ratings(course, passed)).to.deep.equal([]);
  });

  it('the course, asked about, is completed when its modules are; without modules nobody can tell', async () => {
    const { records } = canvas;
    expect(await records.courseCompletion(course, passed)).to.include({ completed: true });
    expect(await records.courseCompletion(course, failed)).to.deep.equal({ completed: false, at: undefined });
    const many = await records.courseCompletionOfMany(course, [passed, failed, teacher]);
    expect(
      [...(many ?? [])].map(([subject, told]) => [subject, told !== 'no-criteria' && told]),
    ).to.have.length(2);
    const { lineItems } = canvas.lms.controls.state;
    for (const item of lineItems) delete item.passMark;
    expect(await records.courseCompletion(course, passed)).to.equal('no-criteria');
    expect(await records.courseCompletionOfMany(course, [passed, failed])).to.deep.equal(new Map());
  });

  it('outcomes, asked about, are proficient from the points of mastery on; unrated where nobody assessed them', async () => {
    const { records } = canvas;
    expect(await records.competencies(course)).to.deep.equal([
      { id: '41', name: 'Managing data', code: 'DC-1.3', text: 'To organise, store and retrieve data.' },
      {
        id: '42',
        name: 'Evaluating data',
        code: 'DC-1.2',
        text: 'To analyse, compare and critically evaluate data.',
      },
    ]);
    const many = await records.ratingsOfMany(course, [passed, failed, ungraded, teacher]);
    const rated = [passed, failed, ungraded, teacher].map((subject) =>
      many?.get(subject)?.map(({ rating }) => rating),
    );
    expect(rated).to.deep.equal([
      ['proficient', 'unrated'],
      ['not-proficient', 'unrated'],
      ['unrated', 'unrated'],
      undefined,
    ]);
    const [first] = await records.ratings(course, passed);
    expect(first?.at).to.be.an.instanceOf(Date);
  });

  it('columns, listed for a teacher, have what they are out of; letters are told as words', async () => {
    canvas.lms.controls.changeColumn('9', { gradingType: 'letter_grade' });
    const columns = await canvas.records.columnsFor(course, teacher);
    expect(
      columns.map(({ columnId, name, maximum, onScale }) => [columnId, name, maximum, onScale]),
    ).to.deep.equal([
      ['2', 'Final assignment', 100, false],
      ['6', 'Claim your badge: Data Literacy', 100, false],
      ['9', 'Poll of another tool', 100, true],
    ]);
    expect((await canvas.records.columns(course)).map(({ id }) => id)).to.deep.equal(['2', '6', '9']);
  });
});
