/** A course, its people and their totals. https://developerdocs.instructure.com/services/canvas/resources/enrollments */
import type { Course, Person } from '../../state/lms-state.js';
import { activeMembers } from '../../state/read-course.js';
import {
  assignmentsIn,
  courseAsked,
  isAssigned,
  need,
  personCalled,
  studentsIn,
  type Asked,
} from './asked.js';
import { faults } from './rest-fault.js';

export const self = (): object => ({ id: 74, name: 'Acquis service', short_name: 'Acquis service' });

export function oneCourse(asked: Asked): object {
  const course = courseAsked(asked, 'id');
  return {
    id: Number(course.id),
    name: course.title,
    course_code: course.label,
    workflow_state: 'available',
    hide_final_grades: course.hidesTotals ?? false,
  };
}

export function onePerson(asked: Asked): object {
  const course = courseAsked(asked);
  need(asked, 'Users - view list');
  const person = personCalled(asked, String(asked.request.params['id']));
  const members = activeMembers(asked.lms.state, course);
  if (!person || !members.some((member) => member.person === person)) throw faults.notFound();
  return written(person);
}

export function enrollments(asked: Asked): object[] {
  const course = courseAsked(asked);
  need(asked, 'Users - view list');
  const { query } = asked;
  const types = query.getAll('type[]');
  const number = query.get('user_id');
  return activeMembers(asked.lms.state, course)
    .map(({ person, enrolment }) => ({
      id: Number(course.id) * 100_000 + Number(person.id),
      course_id: Number(course.id),
      user_id: Number(person.id),
      type: { learner: 'StudentEnrollment', tutor: 'TaEnrollment', 'editing-teacher': 'TeacherEnrollment' }[
        enrolment.role
      ],
      enrollment_state: 'active',
      ...(enrolment.role === 'learner' ? { grades: totalsOf(asked, course, person) } : {}),
      user: written(person),
    }))
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .filter(({ user_id: id }) => number === null || String(id) === number);
}

/** The current scores leave out what is not graded, the final ones count it as nothing; both know posted grades only. */
function totalsOf(asked: Asked, course: Course, person: Person): object {
  if (!asked.may('Grades - view all grades')) return {};
  const rows = assignmentsIn(asked, course)
    .filter((assignment) => assignment.owner === 'lms' && isAssigned(course, assignment, person))
    .map((assignment) => ({
      assignment,
      grade: asked.lms.state.grades.find(
        ({ lineItemId, userId }) => lineItemId === assignment.id && userId === person.id,
      ),
    }))
    .filter(({ grade }) => !grade?.isExcused);
  const percent = (counted: typeof rows, seesAll: boolean): number | null => {
    const possible = counted.reduce((sum, { assignment }) => sum + assignment.scoreMaximum, 0);
    const given = counted.reduce(
      (sum, { assignment, grade }) => sum + (assignment.isUnposted && !seesAll ? 0 : (grade?.score ?? 0)),
      0,
    );
    return possible === 0 ? null : Math.round((given / possible) * 10_000) / 100;
  };
  const graded = rows.filter(({ grade }) => grade?.score !== undefined);
  const posted = graded.filter(({ assignment }) => !assignment.isUnposted);
  return {
    html_url: `${asked.lms.url}/courses/${course.id}/grades/${person.id}`,
    current_score: percent(posted, false),
    final_score: percent(rows, false),
    unposted_current_score: percent(graded, true),
    unposted_final_score: percent(rows, true),
  };
}

const written = ({ id, givenName, familyName }: Person): object => ({
  id: Number(id),
  name: `${givenName} ${familyName}`,
  sortable_name: `${familyName}, ${givenName}`,
  short_name: `${givenName} ${familyName}`,
});

/** The students named in the query. @throws RestFault when one of them is none */
export function studentsNamed(asked: Asked, course: Course, name: string): Person[] {
  const students = studentsIn(asked, course);
  const ids = asked.query.getAll(name);
  if (ids.length === 0 || ids.includes('all')) return students;
  return ids.map((id) => {
    const student = students.find((one) => one === personCalled(asked, id));
    if (!student) throw faults.right();
    return student;
  });
}
