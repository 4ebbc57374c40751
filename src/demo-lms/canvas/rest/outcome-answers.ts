/**
 * Outcomes of a course. The first is assessed with the final assignment, the second by nobody.
 * https://developerdocs.instructure.com/services/canvas/resources/outcome_results
 */
import type { Person } from '../../state/lms-state.js';
import { passedColumn } from '../../state/read-course.js';
import { courseAsked, includes, need, type Asked } from './asked.js';
import { studentsNamed } from './course-answers.js';

const mastery = 3;

const outcome = (id: number, title: string, guid: string, description: string) => ({
  id,
  title,
  vendor_guid: guid,
  description: `<p>${description}</p>`,
  points_possible: 5,
  mastery_points: mastery,
});

/** By course. */
const outcomes: Readonly<Record<string, ReturnType<typeof outcome>[]>> = {
  '2': [
    outcome(41, 'Managing data', 'DC-1.3', 'To organise, store and retrieve data.'),
    outcome(42, 'Evaluating data', 'DC-1.2', 'To analyse, compare and critically evaluate data.'),
  ],
};

export function outcomeLinks(asked: Asked): object[] {
  const course = courseAsked(asked);
  const isFull = asked.query.get('outcome_style') === 'full';
  return (outcomes[course.id] ?? []).map(({ id, title, vendor_guid: guid, ...rest }) => ({
    url: `/api/v1/courses/${course.id}/outcome_groups/1/outcomes/${id}`,
    context_id: Number(course.id),
    context_type: 'Course',
    outcome_group: { id: 1, title: course.title },
    outcome: { id, title, vendor_guid: guid, display_name: '', ...(isFull ? rest : {}) },
  }));
}

export function rollups(asked: Asked): object {
  const course = courseAsked(asked);
  need(asked, 'Grades - view all grades');
  const students = studentsNamed(asked, course, 'user_ids[]');
  const column = passedColumn(asked.lms.state, course);
  const [first] = outcomes[course.id] ?? [];
  const scoreOf = ({ id }: Person): object[] => {
    const grade = asked.lms.state.grades.find(
      ({ lineItemId, userId }) => lineItemId === column?.id && userId === id,
    );
    if (!first || grade?.score === undefined) return [];
    const score = grade.score >= (column?.passMark ?? 0) ? mastery : mastery - 1;
    return [{ score, count: 1, submitted_at: grade.at, links: { outcome: String(first.id) } }];
  };
  return {
    rollups: students.map((student) => ({
      scores: scoreOf(student),
      links: { user: student.id, section: course.id },
    })),
    ...(includes(asked, 'outcomes') ? { linked: { outcomes: outcomes[course.id] ?? [] } } : {}),
  };
}
