/** The courses, people and grades a fresh demonstration LMS begins with: the ones of the recorded Moodle, and a few more. */
import type { Activity, Course, Grade, LineItem, LmsKind, LmsState, Person } from './lms-state.js';

/** @param bigLearners how many learners the big course has; 0 leaves the course out. */
export function seedCourses(
  kind: LmsKind,
  bigLearners: number,
  now: Date,
): Pick<LmsState, 'people' | 'courses' | 'lineItems' | 'grades' | 'nextLineItemId'> {
  const big = Array.from({ length: bigLearners }, (_, index) => bigLearner(index + 1));
  const lineItems: LineItem[] = [
    { id: '2', courseId: '2', owner: 'lms', label: 'Final assignment', scoreMaximum: 100, passMark: 50 },
    column('6', '2', '1', 'Claim your badge: Data Literacy'),
    ...(kind === 'moodle' ? scaleColumns() : []),
    {
      id: '9',
      courseId: '2',
      owner: 'other-tool',
      label: 'Poll of another tool',
      scoreMaximum: 100,
      linkId: '6',
    },
    { id: '12', courseId: '4', owner: 'lms', label: 'Final essay', scoreMaximum: 20, passMark: 10 },
    column('13', '4', '8', 'Claim your badge: Academic Writing'),
  ];
  const courses: Course[] = [dataLiteracy(kind), academicWriting(kind)];
  if (big.length > 0) {
    courses.push(bigCourse(big));
    lineItems.push(
      { id: '10', courseId: '3', owner: 'lms', label: 'Final assignment', scoreMaximum: 100, passMark: 50 },
      column('11', '3', '7', 'Claim your badge (big course)'),
    );
  }
  const graded = (lineItemId: string, userId: string, score: number): Grade => ({
    lineItemId,
    userId,
    score,
    at: now.toISOString(),
    isOverridden: false,
  });
  return {
    people: [...people(), ...big],
    courses,
    lineItems,
    grades: [
      graded('2', '6', 78.5),
      graded('2', '7', 41),
      graded('2', '75', 66),
      graded('12', '6', 15),
      ...(kind === 'moodle' ? [graded('4', '6', 3), graded('4', '7', 1), graded('4', '75', 2)] : []),
      // two of three learners of the big course passed
      ...big.map(({ id }, index) => graded('10', id, index % 3 === 2 ? 30 : 70)),
    ],
    nextLineItemId: 14,
  };
}

/** As recorded: three levels, one column for an outcome; and one by hand, where nobody is graded yet. */
function scaleColumns(): LineItem[] {
  const scale = ['Not yet', 'Partly', 'Mastered'];
  const common = { courseId: '2', owner: 'lms', scoreMaximum: scale.length, scale } as const;
  return [
    { ...common, id: '4', label: 'LO1: working with data', isOutcome: true },
    { ...common, id: '5', label: 'Oral presentation' },
  ];
}

function people(): Person[] {
  return [
    { ...person('2', 'admin', 'Admin', 'User', ''), siteRole: 'administrator' },
    person('3', 'teacher1', 'Teresa', 'Teacher', 'T-0001'),
    person('4', 'tutor1', 'Tom', 'Tutor', 'T-0002'),
    { ...person('5', 'manager1', 'Maria', 'Manager', 'M-0001'), siteRole: 'manager' },
    person('6', 'student1', 'Stu1', 'Learner1', 'S-0001'),
    person('7', 'student2', 'Stu2', 'Learner2', 'S-0002'),
    person('8', 'student3', 'Stu3', 'Learner3', 'S-0003'),
    { ...person('75', 'student4', 'Stu4', 'Learner4', 'S-0004'), email: '' },
  ];
}

function person(
  id: string,
  username: string,
  givenName: string,
  familyName: string,
  sourcedId: string,
): Person {
  return {
    id,
    username,
    givenName,
    familyName,
    email: `${username}@example.invalid`,
    sourcedId,
    isSuspended: false,
  };
}

/** 1 to 65 have the numbers 9 to 73 of the recorded course, later ones 1066 and up. */
function bigLearner(nth: number): Person {
  const digits = String(nth).padStart(3, '0');
  const id = nth <= 65 ? nth + 8 : nth + 1000;
  return person(String(id), `big${digits}`, `Big${digits}`, 'Learner', `B-${String(nth).padStart(4, '0')}`);
}

function dataLiteracy(kind: LmsKind): Course {
  return {
    id: '2',
    label: 'MC101',
    title: 'Micro-credential: Data Literacy',
    sourcedId: 'MC-101-2026',
    deployment: 0,
    enrolments: [
      ...['6', '7', '8', '75'].map((userId) => ({ userId, role: 'learner', isSuspended: false }) as const),
      { userId: '3', role: 'editing-teacher', isSuspended: false },
      { userId: '4', role: 'tutor', isSuspended: false },
    ],
    activities: [
      activity(
        '1',
        '',
        'assignment',
        'Final assignment',
        'Show what you can do with data. Pass mark 50 of 100.',
      ),
      activity('4', '1', 'tool', 'Claim your badge: Data Literacy', 'Micro-credential claim page'),
      {
        ...activity(
          '8',
          '5',
          'tool',
          'Claim your badge (only after passing)',
          'Opens after the final assignment is passed.',
        ),
        isRestricted: true,
      },
      activity(
        '9',
        '6',
        'other-tool',
        'Poll of another tool',
        'Belongs to a tool that is not part of the demonstration.',
      ),
      ...navigation(kind, '20'),
    ],
  };
}

function academicWriting(kind: LmsKind): Course {
  return {
    id: '4',
    label: 'AW201',
    title: 'Academic Writing',
    sourcedId: 'AW-201-2026',
    // the Canvas-like LMS installed the tool a second time, in another sub-account
    deployment: kind === 'canvas' ? 1 : 0,
    enrolments: [
      { userId: '6', role: 'learner', isSuspended: false },
      { userId: '7', role: 'learner', isSuspended: false },
      { userId: '3', role: 'editing-teacher', isSuspended: false },
    ],
    activities: [
      activity('13', '', 'assignment', 'Final essay', 'Pass mark 10 of 20.'),
      activity('14', '8', 'tool', 'Claim your badge: Academic Writing', 'Micro-credential claim page'),
      ...navigation(kind, '21'),
    ],
  };
}

function bigCourse(learners: readonly Person[]): Course {
  return {
    id: '3',
    label: 'BIG',
    title: 'Big course',
    sourcedId: 'BIG-2026',
    deployment: 0,
    enrolments: [
      ...learners.map(({ id }) => ({ userId: id, role: 'learner', isSuspended: false }) as const),
      { userId: '3', role: 'editing-teacher', isSuspended: false },
    ],
    activities: [
      activity('11', '', 'assignment', 'Final assignment', 'Pass mark 50 of 100.'),
      activity('10', '7', 'tool', 'Claim your badge (big course)', `${learners.length} learners.`),
    ],
  };
}

/** Canvas can show the tool in the course's menu: the link is then the course itself. */
function navigation(kind: LmsKind, id: string): Activity[] {
  return kind === 'canvas'
    ? [activity(id, '', 'course-navigation', 'Acquis', 'The tool in the course navigation')]
    : [];
}

function activity(
  id: string,
  linkId: string,
  kind: Activity['kind'],
  title: string,
  description: string,
): Activity {
  return { id, linkId, kind, title, description, isRestricted: false, isHidden: false, custom: {} };
}

function column(id: string, courseId: string, linkId: string, label: string): LineItem {
  return { id, courseId, owner: 'tool', label, scoreMaximum: 100, linkId, resourceId: '', tag: '' };
}
