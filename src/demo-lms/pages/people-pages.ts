/** Who is in a course: a teacher takes learners out of it, and back in. A hundred people a page. */
import { Router, type RequestHandler } from 'express';
import type { Lms } from '../lms.js';
import { loggedIn } from '../sign-in/session.js';
import { enrol, unenrol } from '../state/change-course.js';
import type { Course, Person } from '../state/lms-state.js';
import { activeMembers, courseOf, personOf, standingOf } from '../state/read-course.js';
import { fullName } from './course-pages.js';
import { html } from './html.js';
import { buttonForm, page } from './layout.js';

const peopleAPage = 100;

export function peoplePages(lms: Lms): Router {
  const router = Router();
  /** Whoever may not change the course gets no page of it. */
  const asTeacher =
    (
      deed: (course: Course, person: Person, ...rest: Parameters<RequestHandler>) => void,
    ): RequestHandler<{ course: string }> =>
    (request, response, next) => {
      const person = loggedIn(lms, request);
      const course = courseOf(lms.state, request.params.course);
      const standing = person && course && standingOf(person, course);
      if (person && course && standing && !['tutor', 'learner', 'stranger'].includes(standing))
        deed(course, person, request, response, next);
      else
        response
          .status(403)
          .send(page(lms, { title: 'Not for you', person, body: html`<p>Teachers only.</p>` }));
    };

  router.get(
    '/courses/:course/people',
    asTeacher((course, person, request, response) => {
      const from = Math.max(0, Number(request.query['from']) || 0);
      response.send(peoplePage(lms, course, person, from));
    }),
  );
  router.post(
    '/courses/:course/people',
    asTeacher((course, _person, request, response) => {
      const { user, enrolled } = request.body as Record<string, string | undefined>;
      if (user !== undefined && personOf(lms.state, user)) {
        if (enrolled === 'no') unenrol(lms, course.id, user);
        else enrol(lms, course.id, user, 'learner');
      }
      response.redirect(303, `/courses/${course.id}/people`);
    }),
  );
  return router;
}

function peoplePage(lms: Lms, course: Course, person: Person, from: number): string {
  const members = activeMembers(lms.state, course);
  const next = from + peopleAPage < members.length ? from + peopleAPage : undefined;
  return page(lms, {
    title: `Participants: ${course.title}`,
    person,
    body: html`<p><a href="/courses/${course.id}">Back to the course</a></p>
      <ul class="people">
        ${members.slice(from, from + peopleAPage).map(
          ({ person: member, enrolment }) =>
            html`<li class="acts">
              <span>${fullName(member)}, ${enrolment.role}</span>
              ${
                enrolment.role === 'learner'
                  ? buttonForm(`/courses/${course.id}/people`, `Unenrol ${fullName(member)}`, {
                      user: member.id,
                      enrolled: 'no',
                    })
                  : ''
              }
            </li>`,
        )}
      </ul>
      ${next === undefined ? '' : html`<p><a href="?from=${next}">Next people</a></p>`}
      <form method="post">
        <label for="user">Enrol the person with the number</label>
        <input id="user" name="user" inputmode="numeric" required /> <button>Enrol as learner</button>
      </form>`,
  });
}
