/**
 * Modules and progress. Each course has one module, with the course's own graded activity in it: it asks for the pass mark.
 * https://developerdocs.instructure.com/services/canvas/resources/modules
 */
import type { Course, LineItem, Person } from '../../state/lms-state.js';
import { passedColumn } from '../../state/read-course.js';
import { courseAsked, includes, need, personCalled, studentsIn, type Asked } from './asked.js';
import { faults } from './rest-fault.js';

const moduleId = (course: Course): number => Number(course.id) * 10 + 1;

export function modules(asked: Asked): object[] {
  const course = courseAsked(asked);
  const column = passedColumn(asked.lms.state, course);
  const student = studentOfQuery(asked, course);
  if (!column) return [];
  return [
    {
      id: moduleId(course),
      name: 'Finish the course',
      position: 1,
      workflow_state: 'active',
      items_count: 1,
      items_url: `${asked.lms.url}/api/v1/courses/${course.id}/modules/${moduleId(course)}/items`,
      ...(includes(asked, 'items') ? { items: [item(asked, course, column, student)] } : {}),
    },
  ];
}

export function moduleItems(asked: Asked): object[] {
  const course = courseAsked(asked);
  const column = passedColumn(asked.lms.state, course);
  const student = studentOfQuery(asked, course);
  if (!column || asked.request.params['module_id'] !== String(moduleId(course))) throw faults.notFound();
  return [item(asked, course, column, student)];
}

function studentOfQuery(asked: Asked, course: Course): Person | undefined {
  const id = asked.query.get('student_id');
  if (id === null) return undefined;
  need(asked, 'Grades - view all grades');
  const student = studentsIn(asked, course).find((one) => one === personCalled(asked, id));
  if (!student) throw faults.right();
  return student;
}

function item(asked: Asked, course: Course, column: LineItem, student: Person | undefined): object {
  return {
    id: Number(column.id) + 500,
    module_id: moduleId(course),
    title: column.label,
    type: 'Assignment',
    content_id: Number(column.id),
    completion_requirement: {
      type: 'min_score',
      min_score: column.passMark,
      ...(student ? { completed: passedAt(asked, column, student) !== undefined } : {}),
    },
  };
}

function passedAt({ lms }: Asked, { id, passMark = 0 }: LineItem, student: Person): string | undefined {
  const grade = lms.state.grades.find(({ lineItemId, userId }) => lineItemId === id && userId === student.id);
  return (grade?.score ?? -1) >= passMark ? grade?.at : undefined;
}

const nothing =
  'no progress available because this course is not module based (has modules and module completion requirements) or the user is not enrolled as a student in this course';

export function progress(asked: Asked): object {
  const course = courseAsked(asked);
  need(asked, 'Grades - view all grades');
  const person = personCalled(asked, String(asked.request.params['user_id']));
  const column = passedColumn(asked.lms.state, course);
  if (!person) throw faults.notFound();
  if (!column || !studentsIn(asked, course).includes(person)) throw faults.badRequest(nothing);
  return progressIn(asked, column, person);
}

export function progressOfMany(asked: Asked): object[] {
  const course = courseAsked(asked);
  need(asked, 'Grades - view all grades');
  const column = passedColumn(asked.lms.state, course);
  if (!column) throw faults.badRequest(nothing);
  return studentsIn(asked, course).map((person) => ({
    id: Number(person.id),
    display_name: `${person.givenName} ${person.familyName}`,
    progress: progressIn(asked, column, person),
  }));
}

function progressIn(asked: Asked, column: LineItem, person: Person): object {
  const at = passedAt(asked, column, person);
  return {
    requirement_count: 1,
    requirement_completed_count: at === undefined ? 0 : 1,
    next_requirement_url: null,
    completed_at: at ?? null,
  };
}
