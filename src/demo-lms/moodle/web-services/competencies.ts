/** Competencies of a course, as recorded. The first is rated when the final assignment is passed, the second by nobody. */
import type { Question } from './asked-course.js';
import {
  courseAsked,
  gradedActivity,
  moduleName,
  need,
  personAsked,
  seenActivities,
} from './asked-course.js';
import { completionOf } from './completion.js';

const competency = (id: number, shortname: string, idnumber: string, description: string) => ({
  shortname,
  idnumber,
  description: `<p>${description}</p>`,
  descriptionformat: 1,
  sortorder: id - 1,
  parentid: 0,
  path: '/0/',
  ruleoutcome: 0,
  ruletype: null,
  ruleconfig: null,
  scaleid: null,
  scaleconfiguration: null,
  competencyframeworkid: 1,
  id,
});

/** By course. */
const competencies: Readonly<Record<string, ReturnType<typeof competency>[]>> = {
  '2': [
    competency(1, 'Managing data', 'DC-1.3', 'To organise, store and retrieve data.'),
    competency(2, 'Evaluating data', 'DC-1.2', 'To analyse, compare and critically evaluate data.'),
  ],
};

export function courseCompetencies(question: Question): object {
  const course = courseAsked(question, 'id');
  return competenciesOf(course.id);
}

const competenciesOf = (courseId: string) =>
  (competencies[courseId] ?? []).map((one) => ({
    competency: one,
    coursecompetency: {
      courseid: Number(courseId),
      competencyid: one.id,
      sortorder: one.sortorder,
      ruleoutcome: 1,
    },
  }));

/** What Moodle's own page of the course's competencies shows: the first is tied to the graded activity, for whoever may see that. */
export function competenciesPage(question: Question): object {
  const course = courseAsked(question);
  const framework = { id: 1, name: 'Digital competence (lab)', first: false, last: false, position: -1 };
  const graded = seenActivities(question, course).filter((one) => one === gradedActivity(course));
  const tied = graded.map((one) => ({
    id: Number(one.id),
    name: one.title,
    url: `${question.lms.url}/mod/${moduleName(one)}/view.php?id=${one.id}`,
  }));
  return {
    courseid: Number(course.id),
    canmanagecoursecompetencies: false,
    cangradecompetencies: false,
    competencies: competenciesOf(course.id).map((one) => ({
      ...one,
      coursemodules: one.competency.id === 1 ? tied : [],
      comppath: { ancestors: [], framework },
      plans: [],
    })),
    manageurl: null,
  };
}

export function competencyReport(question: Question): object {
  const course = courseAsked(question);
  need(question, 'moodle/competency:usercompetencyview');
  const person = personAsked(question);
  const { state, at } = completionOf(question.lms, course, person);
  return {
    courseid: Number(course.id),
    user: {
      id: Number(person.id),
      email: person.email,
      idnumber: person.sourcedId,
      fullname: `${person.givenName} ${person.familyName}`,
    },
    course: { id: Number(course.id), fullname: course.title, shortname: course.label, courseimage: '' },
    usercompetencies: (competencies[course.id] ?? []).map((one) => {
      const isRated = one.id === 1 && state === 2;
      return {
        usercompetencycourse: {
          userid: Number(person.id),
          courseid: Number(course.id),
          competencyid: one.id,
          proficiency: isRated ? true : null,
          grade: isRated ? 3 : null,
          id: one.id,
          timecreated: at,
          timemodified: at,
          usermodified: 3,
          gradename: isRated ? 'Mastered' : '-',
          proficiencyname: isRated ? 'Yes' : 'No',
        },
        competency: { linkedcourses: [], relatedcompetencies: [], competency: one },
      };
    }),
    pushratingstouserplans: true,
  };
}
