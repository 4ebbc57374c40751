/**
 * Moodle's web-service functions that Acquis asks, with the capabilities each needs beyond webservice/rest:use; found one by one on
 * Moodle 4.5. https://docs.moodle.org/405/en/Using_web_services https://moodledev.io/docs/4.5/apis/subsystems/external/functions
 */
import type { LmsRecords } from './lms-records.js';

const inCourse = 'moodle/course:view';
const allGrades = 'moodle/grade:viewall';

const functions: LmsRecords['functions'] = {
  site: { name: 'core_webservice_get_site_info', capabilities: ['webservice/rest:use'] },
  columns: { name: 'core_grades_get_gradeitems', capabilities: [inCourse] },
  grades: {
    name: 'gradereport_user_get_grade_items',
    capabilities: [inCourse, allGrades, 'gradereport/user:view'],
  },
  activities: { name: 'core_course_get_contents', capabilities: [inCourse] },
  completion: {
    name: 'core_completion_get_activities_completion_status',
    capabilities: [inCourse, 'report/progress:view'],
  },
  'course-completion': {
    name: 'core_completion_get_course_completion_status',
    capabilities: [inCourse, 'report/completion:view'],
  },
  competencies: { name: 'core_competency_list_course_competencies', capabilities: [inCourse] },
  ratings: {
    name: 'report_competency_data_for_report',
    capabilities: [inCourse, 'moodle/competency:usercompetencyview'],
  },
};

const competencyActivities = {
  name: 'tool_lp_data_for_course_competencies_page',
  capabilities: [inCourse],
};

export const moodleRecords: LmsRecords = {
  needsSite: false,
  functions,
  optional: { 'competency-activities': competencyActivities },
  // one for each kind of activity that rules name, the rest for hidden and restricted ones
  silent: [
    'mod/assign:view',
    'mod/quiz:view',
    'mod/lti:view',
    'moodle/course:viewhiddenactivities',
    'moodle/grade:viewhidden',
    'moodle/course:ignoreavailabilityrestrictions',
  ],
  missing: (question, errorcode) => {
    const { capabilities } =
      question === 'competency-activities' ? competencyActivities : functions[question];
    switch (errorcode) {
      case 'requireloginerror':
        return [inCourse];
      case 'nopermissiontoviewgrades':
        return [allGrades];
      case 'nopermissions':
        return capabilities.filter((one) => one !== inCourse && one !== allGrades);
      default:
        return capabilities;
    }
  },
};
