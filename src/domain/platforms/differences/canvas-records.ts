/**
 * The addresses of Canvas's REST API that Acquis asks, by the scopes that a token of a developer key needs for them, with the
 * permissions its user needs. From Canvas's documents; never run against a Canvas.
 * https://developerdocs.instructure.com/services/canvas/oauth2/file.scopes
 * https://developerdocs.instructure.com/services/canvas/permissions
 */
import type { LmsRecords } from './lms-records.js';

const inCourse = 'Course Content - view';
const roster = 'Users - view list';
const allGrades = 'Grades - view all grades';
const course = 'url:GET|/api/v1/courses/:course_id';
const person = `${course}/users/:id`;

const functions: LmsRecords['functions'] = {
  site: { name: 'url:GET|/api/v1/users/:id', capabilities: [] },
  columns: { name: `${course}/assignments`, capabilities: [inCourse] },
  grades: {
    name: `${course}/students/submissions`,
    also: [`${course}/enrollments`, person, 'url:GET|/api/v1/courses/:id'],
    capabilities: [inCourse, roster, allGrades],
  },
  activities: {
    name: `${course}/modules`,
    also: [`${course}/modules/:module_id/items`],
    capabilities: [inCourse],
  },
  completion: { name: `${course}/modules`, also: [person], capabilities: [inCourse, roster, allGrades] },
  'course-completion': {
    name: `${course}/users/:user_id/progress`,
    also: [`${course}/bulk_user_progress`],
    capabilities: [inCourse, roster, allGrades],
  },
  competencies: { name: `${course}/outcome_group_links`, capabilities: [inCourse] },
  ratings: { name: `${course}/outcome_rollups`, capabilities: [inCourse, roster, allGrades] },
};

export const canvasRecords: LmsRecords = {
  needsSite: true,
  functions,
  // Canvas tells the assignments of an outcome for one student at a time, once there are results
  optional: {},
  // without it a token of a developer key gets no items of modules and no outcomes
  silent: ['Allow Include Parameters'],
  missing: (question, errorcode) =>
    errorcode === 'scope' || question === 'competency-activities' ? [] : functions[question].capabilities,
};
