/** gradereport_user_get_grade_items and core_grades_get_gradeitems, as recorded. Scores stand there with pictures and as text too. */
import { escapeHtml } from '../../pages/html.js';
import type { Course, Grade, LineItem, Person } from '../../state/lms-state.js';
import {
  activityOfColumn,
  courseAsked,
  learnersIn,
  moduleName,
  need,
  personAsked,
  seconds,
  seenActivities,
  type Question,
} from './asked-course.js';
import { faults } from './web-service-fault.js';

const columnsOf = ({ lms }: Question, course: Course): LineItem[] =>
  lms.state.lineItems.filter(({ courseId }) => courseId === course.id);

export function gradeItemNames(question: Question): object {
  const course = courseAsked(question);
  return {
    gradeItems: columnsOf(question, course).map(({ id, label }) => ({
      id,
      itemname: label,
      category: course.title,
    })),
    warnings: [],
  };
}

export function gradeItems(question: Question): object {
  const course = courseAsked(question);
  if (!question.may('moodle/grade:viewall')) throw faults.noGrades();
  need(question, 'gradereport/user:view');
  const everybody = (question.parameters.get('userid') ?? '0') === '0';
  const people = everybody ? learnersIn(question, course) : [personAsked(question)];
  const seen = new Set(seenActivities(question, course));
  const columns = columnsOf(question, course).filter((column) => {
    const activity = activityOfColumn(question.lms, course, column);
    if (!activity) return true;
    return seen.has(activity) && (!activity.isHidden || question.may('moodle/grade:viewhidden'));
  });
  const grades = new Map(
    question.lms.state.grades.map((grade) => [`${grade.lineItemId} ${grade.userId}`, grade]),
  );
  const gradeOf = (column: LineItem, person: Person): Grade | undefined =>
    grades.get(`${column.id} ${person.id}`);
  return {
    usergrades: people.map((person) => ({
      courseid: Number(course.id),
      courseidnumber: course.sourcedId,
      userid: Number(person.id),
      userfullname: `${person.givenName} ${person.familyName}`,
      useridnumber: person.sourcedId,
      maxdepth: 2,
      gradeitems: [
        ...columns.map((column) => itemOf(question, course, column, gradeOf(column, person))),
        // the total counts what the account may not see as well
        totalOf(
          course,
          columnsOf(question, course).map((column) => [column, gradeOf(column, person)]),
        ),
      ],
    })),
    warnings: [],
  };
}

function itemOf(question: Question, course: Course, column: LineItem, grade: Grade | undefined): object {
  const activity = activityOfColumn(question.lms, course, column);
  const { score } = grade ?? {};
  const { passMark } = column;
  const passed = passMark === undefined || score === undefined ? undefined : score >= passMark;
  return {
    id: Number(column.id),
    itemname: column.label,
    itemtype: activity ? 'mod' : 'manual',
    itemmodule: activity ? moduleName(activity) : null,
    iteminstance: activity ? Number(activity.linkId || activity.id) : null,
    itemnumber: column.isOutcome ? 1000 : 0,
    idnumber: '',
    categoryid: 1,
    ...common(score, column.scoreMaximum, grade?.at, passed),
    ...(column.scale ? onScale(column.scale, score, column.isOutcome) : {}),
    ...(activity ? { cmid: Number(activity.id) } : {}),
    gradeisoverridden: grade?.isOverridden ?? false,
    feedback: grade?.comment ?? '',
  };
}

/** Natural weighting: what is not graded does not count; what is on a scale has no weight. */
function totalOf(course: Course, columns: [LineItem, Grade | undefined][]): object {
  const inPoints = columns.filter(([column]) => !column.scale);
  const graded = inPoints.filter(([, grade]) => grade?.score !== undefined);
  const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  const score = graded.length === 0 ? undefined : sum(graded.map(([, grade]) => grade?.score ?? 0));
  const maximum = sum((graded.length === 0 ? inPoints : graded).map(([column]) => column.scoreMaximum));
  const at = graded
    .map(([, grade]) => grade?.at ?? '')
    .sort()
    .at(-1);
  return {
    id: Number(course.id) + 900,
    itemname: null,
    itemtype: 'course',
    itemmodule: null,
    iteminstance: 1,
    itemnumber: null,
    idnumber: null,
    categoryid: null,
    ...common(score, maximum, at, undefined),
    gradeisoverridden: false,
    feedback: '',
  };
}

/** Levels count from 1; of their names only those of the two ends and that of the grade are told. */
function onScale(scale: readonly string[], score: number | undefined, isOutcome = false): object {
  const name = (level: number): string => escapeHtml(scale[level - 1] ?? '');
  const share = score === undefined ? undefined : ((score - 1) * 100) / (scale.length - 1);
  return {
    outcomeid: isOutcome ? 1 : null,
    scaleid: 1,
    gradeformatted: score === undefined ? '-' : name(score),
    grademin: 1,
    rangeformatted: `${name(1)}&ndash;${name(scale.length)}`,
    percentageformatted: share === undefined ? '-' : `${share.toFixed(2)} %`,
  };
}

function common(
  score: number | undefined,
  maximum: number,
  at: string | undefined,
  passed: boolean | undefined,
): object {
  const icon = passed ? ['check text-success', 'Pass'] : ['xmark text-danger', 'Fail'];
  const picture = `<i class="icon fa fa-${icon[0]} fa-fw inline"  title="${icon[1]}" role="img" aria-label="${icon[1]}"></i>`;
  const isGraded = score !== undefined;
  return {
    outcomeid: null,
    scaleid: null,
    locked: false,
    ...(isGraded ? {} : { status: 'novalue' }),
    graderaw: score ?? null,
    gradedatesubmitted: null,
    gradedategraded: isGraded && at !== undefined ? seconds(at) : null,
    gradehiddenbydate: false,
    gradeneedsupdate: false,
    gradeishidden: false,
    gradeislocked: false,
    gradeformatted: isGraded ? `${passed === undefined ? '' : picture}${score.toFixed(2)}` : '-',
    grademin: 0,
    grademax: maximum,
    rangeformatted: `0&ndash;${maximum}`,
    percentageformatted: isGraded && maximum > 0 ? `${((score * 100) / maximum).toFixed(2)} %` : '-',
    feedbackformat: 2,
  };
}
