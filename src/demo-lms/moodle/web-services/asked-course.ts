/** What a question to the web services is about: the course, the person, and what the account may see of it. */
import type { Lms } from '../../lms.js';
import type { Activity, Course, LineItem, Person } from '../../state/lms-state.js';
import { activeMembers, courseOf, passedColumn, personOf } from '../../state/read-course.js';
import type { RoleCapability } from './service-account.js';
import { capabilityNames, faults } from './web-service-fault.js';

export interface Question {
  lms: Lms;
  parameters: URLSearchParams;
  may: (capability: RoleCapability) => boolean;
}

function number(parameters: URLSearchParams, name: string): string {
  const text = parameters.get(name) ?? '';
  if (!/^\d+$/.test(text)) throw faults.invalidParameter();
  return text;
}

export function courseAsked({ lms, parameters, may }: Question, name = 'courseid'): Course {
  const course = courseOf(lms.state, number(parameters, name));
  if (!course) throw faults.noRecord('course');
  if (!may('moodle/course:view')) throw faults.requireLogin();
  return course;
}

export function personAsked({ lms, parameters }: Question): Person {
  const person = personOf(lms.state, number(parameters, 'userid'));
  if (!person) throw faults.invalidUser();
  return person;
}

export function need({ may }: Question, capability: RoleCapability): void {
  if (!may(capability)) throw faults.noPermission(capabilityNames[capability] ?? capability);
}

/** The learners whom Moodle tracks and grades. */
export function learnersIn({ lms }: Question, course: Course): Person[] {
  return activeMembers(lms.state, course)
    .filter(({ enrolment }) => enrolment.role === 'learner')
    .map(({ person }) => person);
}

const kindsOfModule = { assignment: 'assign', tool: 'lti', 'other-tool': 'lti' } as const;

export function moduleName({ kind }: Activity): 'assign' | 'lti' | undefined {
  return kind === 'course-navigation' ? undefined : kindsOfModule[kind];
}

/** What the account may not see, Moodle leaves out and says nothing. */
export function seenActivities({ may }: Question, course: Course): Activity[] {
  return course.activities.filter((activity) => {
    const name = moduleName(activity);
    if (!name || !may(`mod/${name}:view`)) return false;
    return !activity.isHidden || may('moodle/course:viewhiddenactivities');
  });
}

/** The activity whose completion and grade make the course's: completed by a passing grade. */
export function gradedActivity(course: Course): Activity | undefined {
  return course.activities.find(({ kind }) => kind === 'assignment');
}

/** The activity that a column belongs to; undefined for a column by hand. */
export function activityOfColumn(lms: Lms, course: Course, column: LineItem): Activity | undefined {
  if (column.linkId !== undefined) return course.activities.find(({ linkId }) => linkId === column.linkId);
  if (column.isOutcome) return gradedActivity(course);
  return column === passedColumn(lms.state, course) ? gradedActivity(course) : undefined;
}

export const seconds = (time: string): number => Math.floor(Date.parse(time) / 1000);
