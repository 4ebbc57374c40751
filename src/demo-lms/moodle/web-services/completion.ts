/** Activity and course completion and the contents of a course, as recorded. The graded activity is completed by a passing grade. */
import type { Lms } from '../../lms.js';
import type { Activity, Course, Person } from '../../state/lms-state.js';
import { passedColumn } from '../../state/read-course.js';
import {
  courseAsked,
  gradedActivity,
  learnersIn,
  moduleName,
  need,
  personAsked,
  seconds,
  seenActivities,
  type Question,
} from './asked-course.js';
import { faults } from './web-service-fault.js';

/** 0 not complete, 2 passed, 3 failed: COMPLETION_* of Moodle. */
export function completionOf(lms: Lms, course: Course, person: Person): { state: 0 | 2 | 3; at: number } {
  const column = passedColumn(lms.state, course);
  const grade = lms.state.grades.find(
    ({ lineItemId, userId }) => lineItemId === column?.id && userId === person.id,
  );
  if (grade?.score === undefined) return { state: 0, at: 0 };
  return { state: grade.score >= (column?.passMark ?? 0) ? 2 : 3, at: seconds(grade.at) };
}

const details = (state: 0 | 2 | 3): object[] => [
  {
    rulename: 'completionusegrade',
    rulevalue: { status: state === 3 ? 1 : state, description: 'Receive a grade' },
  },
  { rulename: 'completionpassgrade', rulevalue: { status: state, description: 'Receive a passing grade' } },
];

export function activitiesCompletion(question: Question): object {
  const course = courseAsked(question);
  need(question, 'report/progress:view');
  const person = personAsked(question);
  const isTracked = learnersIn(question, course).some(({ id }) => id === person.id);
  const { state, at } = isTracked ? completionOf(question.lms, course, person) : { state: 0 as const, at: 0 };
  const isShut = (activity: Activity): boolean =>
    activity.isRestricted && state !== 2 && !question.may('moodle/course:ignoreavailabilityrestrictions');
  const tracked = gradedActivity(course);
  const seen = seenActivities(question, course).filter(
    (activity) => activity === tracked && !isShut(activity),
  );
  return {
    statuses: seen.map((activity) => ({
      cmid: Number(activity.id),
      modname: moduleName(activity),
      instance: Number(activity.id),
      state,
      timecompleted: at,
      tracking: 2,
      overrideby: null,
      valueused: true,
      hascompletion: true,
      isautomatic: true,
      istrackeduser: isTracked,
      uservisible: true,
      details: details(state),
      isoverallcomplete: state === 2,
    })),
    warnings: [],
  };
}

export function courseCompletion(question: Question): object {
  const course = courseAsked(question);
  need(question, 'report/completion:view');
  const person = personAsked(question);
  const criterion = gradedActivity(course);
  if (!criterion) throw faults.noCriteria();
  if (!learnersIn(question, course).some(({ id }) => id === person.id)) throw faults.notEnrolled();
  const { state, at } = completionOf(question.lms, course, person);
  const complete = state === 2;
  return {
    completionstatus: {
      completed: complete,
      aggregation: 1,
      completions: [
        {
          type: 4,
          title: 'Activity completion',
          status: complete ? 'Yes' : 'No',
          complete,
          timecompleted: complete ? at : null,
          details: {
            type: 'Activity completion',
            criteria: `<a href="${question.lms.url}/mod/assign/view.php?id=${criterion.id}">${criterion.title}</a>`,
            requirement: 'Achieving grade, Achieving passing grade',
            status: '',
          },
        },
      ],
    },
    warnings: [],
  };
}

/** One section; what stands in the activities themselves is left out. */
export function courseContents(question: Question): object {
  const course = courseAsked(question);
  const tracked = gradedActivity(course);
  const modules = seenActivities(question, course).map((activity) => ({
    id: Number(activity.id),
    url: `${question.lms.url}/mod/${moduleName(activity)}/view.php?id=${activity.id}`,
    name: activity.title,
    instance: Number(activity.linkId || activity.id),
    visible: activity.isHidden ? 0 : 1,
    uservisible: true,
    visibleoncoursepage: 1,
    modname: moduleName(activity),
    noviewlink: false,
    ...(activity === tracked
      ? {
          completion: 2,
          completiondata: {
            state: 0,
            timecompleted: 0,
            overrideby: null,
            valueused: true,
            hascompletion: true,
            isautomatic: true,
            istrackeduser: false,
            uservisible: true,
            details: details(0),
            isoverallcomplete: false,
          },
        }
      : { completion: 0 }),
    downloadcontent: 1,
    dates: [],
    groupmode: 0,
  }));
  const section = { id: 1, name: 'General', visible: 1, summary: '', section: 0, uservisible: true, modules };
  return [section];
}
