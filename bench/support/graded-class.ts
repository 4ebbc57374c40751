/** Grades for everybody in the big course of the demonstration LMS, in columns of the LMS and in the tool's own. */
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';

const courseId = '3';
const ownColumn = '11';

/**
 * Two of three pass every column; the others fail one.
 * @returns the LMS's new columns, as an award rule names them
 */
export function gradeClass({ controls }: DemoLms, columns: number): { id: string; name: string }[] {
  const { state } = controls;
  const items = Array.from({ length: columns }, (_, n) => ({ id: String(9_000 + n), name: `Test ${n + 1}` }));
  for (const { id, name } of items)
    state.lineItems.push({ id, courseId, owner: 'lms', label: name, scoreMaximum: 100, passMark: 50 });
  const at = new Date().toISOString();
  const learners = state.courses
    .find(({ id }) => id === courseId)
    ?.enrolments.filter(({ role }) => role === 'learner');
  for (const [n, { userId }] of (learners ?? []).entries()) {
    for (const [column, lineItemId] of [...items.map(({ id }) => id), ownColumn].entries()) {
      const fails = n % 3 === 2 && column === n % (columns + 1);
      state.grades.push({ lineItemId, userId, score: fails ? 30 : 70, at, isOverridden: false });
    }
  }
  return items;
}
