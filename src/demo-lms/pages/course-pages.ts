/** Home (log in as), the list of courses and one course with its activities. */
import { deploymentOf, type Lms } from '../lms.js';
import type { Activity, Course, Person } from '../state/lms-state.js';
import { mayTeach, passedIn, reasonNotToOpen, standingOf } from '../state/read-course.js';
import { html, type Html } from './html.js';
import { buttonForm, lmsName, page } from './layout.js';

const mainPeople = 12;

export function homePage(lms: Lms, person: Person | undefined): string {
  const people = lms.state.people.slice(0, mainPeople).filter(({ username }) => !username.startsWith('big'));
  return page(lms, {
    title: `${lmsName(lms)}: log in`,
    person,
    body: html`<p>Choose who you are; there are no passwords.</p>
      <ul class="people">
        ${people.map(
          (one) =>
            html`<li class="acts">
              ${buttonForm('/log-in', `Log in as ${fullName(one)}`, { user: one.id })}
              <span>${describe(lms, one)}</span>
            </li>`,
        )}
      </ul>
      <form method="post" action="/log-in">
        <label for="user">Or the number of another person (big course: 9 and up)</label>
        <input id="user" name="user" inputmode="numeric" required /> <button>Log in as this person</button>
      </form>`,
  });
}

export const fullName = ({ givenName, familyName }: Person): string => `${givenName} ${familyName}`;

function describe({ state }: Lms, person: Person): string {
  if (person.siteRole === 'administrator') return 'administrator of the site';
  if (person.siteRole === 'manager') return 'manager of the site, not enrolled';
  const course = state.courses.find(({ enrolments }) =>
    enrolments.some(({ userId }) => userId === person.id),
  );
  if (!course) return 'not enrolled';
  const standing = standingOf(person, course);
  if (standing === 'editing-teacher') return 'editing teacher';
  if (standing === 'tutor') return state.kind === 'moodle' ? 'non-editing teacher' : 'teaching assistant';
  const column = state.lineItems.find(
    ({ courseId, passMark }) => courseId === course.id && passMark !== undefined,
  );
  const score = state.grades.find(
    (grade) => grade.lineItemId === column?.id && grade.userId === person.id,
  )?.score;
  const result =
    score === undefined ? 'not graded yet' : passedIn(state, course).has(person.id) ? 'passed' : 'failed';
  return `learner, ${result}${person.email ? '' : ', shares no e-mail address'}`;
}

export function coursesPage(lms: Lms, person: Person): string {
  const courses = lms.state.courses.filter((course) => standingOf(person, course) !== 'stranger');
  return page(lms, {
    title: 'My courses',
    person,
    body: html`<ul>
      ${courses.map(({ id, title }) => html`<li><a href="/courses/${id}">${title}</a></li>`)}
    </ul>`,
  });
}

export function coursePage(lms: Lms, course: Course, person: Person, notice?: string): string {
  const isTeacher = mayTeach(standingOf(person, course));
  const shown = course.activities.filter(({ isHidden }) => isTeacher || !isHidden);
  return page(lms, {
    title: course.title,
    person,
    notice,
    body: html`<p>${course.label} · deployment ${deploymentOf(lms.state.tool, course)}</p>
      ${
        isTeacher
          ? html`<p>
              <a href="/courses/${course.id}/grades">Gradebook</a> ·
              <a href="/courses/${course.id}/people">Participants</a>
            </p>`
          : ''
      }
      <h2>Activities</h2>
      ${shown.map((activity) => activityBox(lms, course, activity, person, isTeacher))}`,
  });
}

function activityBox(lms: Lms, course: Course, activity: Activity, person: Person, isTeacher: boolean): Html {
  const reason = reasonNotToOpen(lms.state, course, activity, person);
  const opens = activity.kind === 'tool' || activity.kind === 'course-navigation';
  return html`<section
    class="activity"
    data-testid="activity-${activity.id}"
    aria-labelledby="activity-${activity.id}"
  >
    <h3 id="activity-${activity.id}">${activity.title}</h3>
    <p>${activity.description}</p>
    ${activity.isHidden ? html`<p><strong>Hidden from learners</strong></p>` : ''}
    ${activity.isRestricted ? html`<p>Restricted: opens for learners who passed the final assignment.</p>` : ''}
    ${opens && reason === undefined ? openLink(activity) : ''}${opens && reason !== undefined ? html`<p>${reason}</p>` : ''}
    ${isTeacher && activity.kind !== 'course-navigation' ? teacherButtons(activity) : ''}
  </section>`;
}

const openLink = ({ id, title }: Activity): Html =>
  html`<p><a href="/activities/${id}" data-testid="open-activity-${id}">Open ${title}</a></p>`;

/** The graded activity itself cannot wait for its own result. */
const teacherButtons = ({ id, title, kind, isHidden, isRestricted }: Activity): Html =>
  html`<div class="acts">
    ${buttonForm(`/activities/${id}/visibility`, `${isHidden ? 'Show' : 'Hide'} ${title}`, {
      hidden: isHidden ? 'no' : 'yes',
    })}${
      kind === 'assignment'
        ? ''
        : buttonForm(
            `/activities/${id}/restriction`,
            isRestricted ? `Lift the restriction of ${title}` : `Restrict ${title} to learners who passed`,
            { restricted: isRestricted ? 'no' : 'yes' },
          )
    }
  </div>`;
