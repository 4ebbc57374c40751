/** Competencies of a course, as recorded. The first is rated when the final assignment is passed, the second by nobody. */
import type { Question } from './asked-course.js';
import { courseAsked, need, personAsked } from './asked-course.js';
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
  return (competencies[course.id] ?? []).map((one) => ({
    competency: one,
    coursecompetency: {
      courseid: Number(course.id),
      competencyid: one.id,
      sortorder: one.sortorder,
      ruleoutcome: 1,
    },
  }));
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
