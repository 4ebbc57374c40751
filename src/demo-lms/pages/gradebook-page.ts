/** The gradebook: a table of learners and columns that a teacher changes by hand. A hundred learners a page. */
import type { Request } from 'express';
import type { Lms } from '../lms.js';
import { setGrade } from '../state/change-course.js';
import type { Course, LineItem, Person } from '../state/lms-state.js';
import { activeMembers } from '../state/read-course.js';
import { fullName } from './course-pages.js';
import { html } from './html.js';
import { page } from './layout.js';

const learnersAPage = 100;

export function gradebookPage(
  lms: Lms,
  course: Course,
  person: Person,
  request: Request,
  notice?: string,
): string {
  const from = Math.max(0, Number(request.query['from']) || 0);
  const learners = activeMembers(lms.state, course).filter(({ enrolment }) => enrolment.role === 'learner');
  const shown = learners.slice(from, from + learnersAPage);
  const columns = columnsIn(lms, course);
  const scores = new Map(
    lms.state.grades.map((grade) => [`${grade.lineItemId} ${grade.userId}`, grade.score]),
  );
  const next = from + learnersAPage < learners.length ? from + learnersAPage : undefined;
  return page(lms, {
    title: `Gradebook: ${course.title}`,
    person,
    notice,
    body: html`<p><a href="/courses/${course.id}">Back to the course</a></p>
      <form method="post">
        <table>
          <thead>
            <tr>
              <th scope="col">Learner</th>
              ${columns.map((column) => html`<th scope="col">${column.label} (${outOf(column)})</th>`)}
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              (member) =>
                html`<tr>
                  <th scope="row">${fullName(member.person)}</th>
                  ${columns.map(
                    (column) =>
                      html`<td>
                        <input
                          name="grade-${column.id}-${member.person.id}"
                          inputmode="decimal"
                          size="6"
                          aria-label="${column.label} grade of ${fullName(member.person)}"
                          value="${scores.get(`${column.id} ${member.person.id}`)}"
                        />
                      </td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
        <p><button>Save changes</button></p>
      </form>
      ${next === undefined ? '' : html`<p><a href="?from=${next}">Next learners</a></p>`}`,
  });
}

/** Saves the cells that changed. @returns a sentence for the teacher. */
export function saveGradebook(lms: Lms, course: Course, form: Record<string, unknown>): string {
  let changed = 0;
  const unreadable: string[] = [];
  const known = new Map(
    lms.state.grades.map((grade) => [`${grade.lineItemId} ${grade.userId}`, grade.score]),
  );
  const columns = new Map(columnsIn(lms, course).map((column) => [column.id, column]));
  const members = new Set(course.enrolments.map(({ userId }) => userId));
  for (const [name, typed] of Object.entries(form)) {
    const [, lineItemId = '', userId = ''] = /^grade-(\d+)-(\d+)$/.exec(name) ?? [];
    const column = columns.get(lineItemId);
    if (!column || !members.has(userId) || typeof typed !== 'string') continue;
    const score = typed.trim() === '' ? undefined : Number(typed.trim().replace(',', '.'));
    if (score === known.get(`${lineItemId} ${userId}`)) continue;
    if (score !== undefined && !isGradeOf(column, score)) {
      unreadable.push(typed);
      continue;
    }
    setGrade(lms, { courseId: course.id, userId, lineItemId, score });
    changed += 1;
  }
  const refused = unreadable.length > 0 ? ` Not a grade of this column: ${unreadable.join(', ')}.` : '';
  return `${changed} ${changed === 1 ? 'grade' : 'grades'} changed.${refused}`;
}

const columnsIn = (lms: Lms, course: Course): Lms['state']['lineItems'] =>
  lms.state.lineItems.filter((item) => item.courseId === course.id && item.owner !== 'other-tool');

function outOf({ scale, scoreMaximum, passMark }: LineItem): string {
  if (scale) return scale.map((name, index) => `${index + 1} ${name}`).join(', ');
  return `of ${scoreMaximum}${passMark === undefined ? '' : `, pass ${passMark}`}`;
}

function isGradeOf({ scale, scoreMaximum }: LineItem, score: number): boolean {
  if (scale) return Number.isInteger(score) && score >= 1 && score <= scale.length;
  return score >= 0 && score <= scoreMaximum;
}
