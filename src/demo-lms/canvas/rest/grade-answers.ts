/** Assignments and submissions. https://developerdocs.instructure.com/services/canvas/resources/submissions */
import type { Grade, LineItem } from '../../state/lms-state.js';
import { activityOf, assignmentsIn, courseAsked, isAssigned, need, type Asked } from './asked.js';
import { studentsNamed } from './course-answers.js';

export function assignments(asked: Asked): object[] {
  const course = courseAsked(asked);
  return assignmentsNamed(asked, assignmentsIn(asked, course)).map((assignment) => ({
    id: Number(assignment.id),
    name: assignment.label,
    course_id: Number(course.id),
    points_possible: assignment.scoreMaximum,
    grading_type: assignment.gradingType ?? 'points',
    published: !activityOf(course, assignment)?.isHidden,
    omit_from_final_grade: assignment.owner !== 'lms',
    only_visible_to_overrides: activityOf(course, assignment)?.assignedTo !== undefined,
  }));
}

export function submissions(asked: Asked): object[] {
  const course = courseAsked(asked);
  need(asked, 'Grades - view all grades');
  const students = studentsNamed(asked, course, 'student_ids[]');
  const named = assignmentsNamed(asked, assignmentsIn(asked, course));
  const grades = new Map(
    asked.lms.state.grades.map((grade) => [`${grade.lineItemId} ${grade.userId}`, grade]),
  );
  return students.flatMap((student) =>
    named
      .filter((assignment) => isAssigned(course, assignment, student))
      .map((assignment) => submission(assignment, student.id, grades.get(`${assignment.id} ${student.id}`))),
  );
}

function submission(assignment: LineItem, userId: string, grade: Grade | undefined): object {
  const { score = null } = grade ?? {};
  const at = score === null ? null : (grade?.at ?? null);
  return {
    id: Number(assignment.id) * 100_000 + Number(userId),
    user_id: Number(userId),
    assignment_id: Number(assignment.id),
    grade: gradeOf(assignment, score),
    score,
    entered_score: score,
    workflow_state: score === null ? 'unsubmitted' : 'graded',
    excused: grade?.isExcused ?? false,
    grade_matches_current_submission: !(grade?.isResubmitted ?? false),
    posted_at: assignment.isUnposted ? null : at,
    graded_at: at,
    late: false,
    missing: false,
  };
}

function gradeOf({ gradingType, scoreMaximum }: LineItem, score: number | null): string | null {
  if (score === null) return null;
  switch (gradingType) {
    case 'pass_fail':
      return score > 0 ? 'complete' : 'incomplete';
    case 'letter_grade':
      return score >= scoreMaximum / 2 ? 'A' : 'F';
    case 'percent':
      return `${(score / scoreMaximum) * 100}%`;
    case 'points':
    case undefined:
      return String(score);
  }
}

function assignmentsNamed({ query }: Asked, all: LineItem[]): LineItem[] {
  const ids = query.getAll('assignment_ids[]');
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
}
