/** Routes of the pages for teachers and learners. */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { Lms } from '../lms.js';
import { beginLaunch } from '../sign-in/begin-launch.js';
import { logIn, logOut, loggedIn } from '../sign-in/session.js';
import { hideActivity, restrictActivity } from '../state/change-course.js';
import type { Activity, Course, Person } from '../state/lms-state.js';
import {
  activityOf,
  courseOf,
  mayTeach,
  personOf,
  reasonNotToOpen,
  standingOf,
} from '../state/read-course.js';
import { activityPage } from './activity-page.js';
import { coursePage, coursesPage, homePage } from './course-pages.js';
import { gradebookPage, saveGradebook } from './gradebook-page.js';
import { html } from './html.js';
import { page } from './layout.js';
import { mailPage } from './mail-page.js';

const logInForm = z.object({ user: z.string().trim() });

export function coursePages(lms: Lms): Router {
  const router = Router();
  /** Sends strangers to the log-in page. */
  const asPerson =
    (deed: (person: Person, request: Request, response: Response) => void): RequestHandler =>
    (request, response) => {
      const person = loggedIn(lms, request);
      if (person) deed(person, request, response);
      else response.redirect(303, '/');
    };
  const inCourse = (deed: (visit: Visit, request: Request, response: Response) => void): RequestHandler =>
    asPerson((person, request, response) => {
      const course = courseOf(lms.state, String(request.params['course']));
      if (course && standingOf(person, course) !== 'stranger') deed({ person, course }, request, response);
      else response.status(404).send(nothingHere(lms, person));
    });
  const inActivity = (
    deed: (visit: Visit & { activity: Activity }, request: Request, response: Response) => void,
  ): RequestHandler =>
    asPerson((person, request, response) => {
      const found = activityOf(lms.state, String(request.params['activity']));
      if (found) deed({ ...found, person }, request, response);
      else response.status(404).send(nothingHere(lms, person));
    });

  router.get('/', (request, response) => {
    response.send(homePage(lms, loggedIn(lms, request)));
  });
  router.post('/log-in', (request, response) => {
    const { user } = logInForm.parse(request.body);
    const person = personOf(lms.state, user);
    if (!person) {
      response.status(404).send(nothingHere(lms, undefined));
      return;
    }
    logIn(lms, response, person.id);
    response.redirect(303, '/courses');
  });
  router.post('/log-out', (request, response) => {
    logOut(lms, request, response);
    response.redirect(303, '/');
  });
  router.get(
    '/courses',
    asPerson((person, _request, response) => void response.send(coursesPage(lms, person))),
  );
  // Moodle's address of a course
  router.get('/course/view.php', (request, response) => {
    const { id } = request.query;
    response.redirect(303, typeof id === 'string' ? `/courses/${encodeURIComponent(id)}` : '/courses');
  });
  const { mailbox } = lms;
  if (mailbox)
    router.get(
      '/mail',
      asPerson((person, _request, response) => void response.send(mailPage(lms, person, mailbox.mails()))),
    );
  router.get(
    '/courses/:course',
    inCourse(({ person, course }, request, response) => {
      const { refused: refusedId } = request.query;
      const refused = typeof refusedId === 'string' ? activityOf(lms.state, refusedId) : undefined;
      const reason = refused && reasonNotToOpen(lms.state, refused.course, refused.activity, person);
      const notice = reason && refused ? `${refused.activity.title}: ${reason}` : undefined;
      response.send(coursePage(lms, course, person, notice));
    }),
  );
  router.get(
    ['/activities/:activity', '/activities/:activity/launch'],
    inActivity(({ person, course, activity }, request, response) => {
      if (reasonNotToOpen(lms.state, course, activity, person) !== undefined) {
        response.redirect(303, `${lms.url}/courses/${course.id}?refused=${activity.id}`);
      } else if (activity.kind !== 'tool' && activity.kind !== 'course-navigation') {
        response.redirect(303, `${lms.url}/courses/${course.id}`);
      } else {
        const isLaunch = request.path.endsWith('/launch');
        response.send((isLaunch ? beginLaunch : activityPage)(lms, course, activity, person));
      }
    }),
  );
  const change = (deed: (activityId: string, fields: Record<string, string>) => void): RequestHandler =>
    inActivity(({ person, course, activity }, request, response) => {
      if (mayTeach(standingOf(person, course)) && standingOf(person, course) !== 'tutor')
        deed(activity.id, request.body as Record<string, string>);
      response.redirect(303, `/courses/${course.id}`);
    });
  router.post(
    '/activities/:activity/visibility',
    change((id, { hidden }) => hideActivity(lms, id, hidden === 'yes')),
  );
  router.post(
    '/activities/:activity/restriction',
    change((id, { restricted }) => restrictActivity(lms, id, restricted === 'yes')),
  );
  router.route('/courses/:course/grades').all(
    inCourseOfTeacher(lms, (visit, request, response) => {
      if (request.method === 'POST') {
        const notice = saveGradebook(lms, visit.course, request.body as Record<string, unknown>);
        response.send(gradebookPage(lms, visit.course, visit.person, request, notice));
      } else response.send(gradebookPage(lms, visit.course, visit.person, request));
    }),
  );
  return router;
}

interface Visit {
  person: Person;
  course: Course;
}

function inCourseOfTeacher(
  lms: Lms,
  deed: (visit: Visit, request: Request, response: Response) => void,
): RequestHandler {
  return (request, response) => {
    const person = loggedIn(lms, request);
    const course = courseOf(lms.state, String(request.params['course']));
    if (person && course && mayTeach(standingOf(person, course))) deed({ person, course }, request, response);
    else response.status(403).send(nothingHere(lms, person));
  };
}

const nothingHere = (lms: Lms, person: Person | undefined): string =>
  page(lms, { title: 'Not for you', person, body: html`<p>This does not exist, or you may not see it.</p>` });
