/** The service account of the Moodle-like LMS: its token, the functions of its service and the capabilities of its role. */
import { randomBytes } from 'node:crypto';
import type { WebServiceAccount } from '../../state/lms-state.js';

/** What the service may hold. */
export const serviceFunctions = [
  'core_webservice_get_site_info',
  'core_course_get_contents',
  'core_grades_get_gradeitems',
  'gradereport_user_get_grade_items',
  'core_completion_get_activities_completion_status',
  'core_completion_get_course_completion_status',
  'core_competency_list_course_competencies',
  'report_competency_data_for_report',
  'tool_lp_data_for_course_competencies_page',
] as const;
export type ServiceFunction = (typeof serviceFunctions)[number];

/** What the role may hold; the last six decide what is left out without a word. */
export const roleCapabilities = [
  'webservice/rest:use',
  'moodle/course:view',
  'moodle/grade:viewall',
  'gradereport/user:view',
  'report/progress:view',
  'report/completion:view',
  'moodle/competency:usercompetencyview',
  'mod/assign:view',
  'mod/lti:view',
  'moodle/course:viewhiddenactivities',
  'moodle/grade:viewhidden',
  'moodle/course:ignoreavailabilityrestrictions',
] as const;
export type RoleCapability = (typeof roleCapabilities)[number];

/** As long as Moodle's. */
export const newWebServiceToken = (): string => randomBytes(16).toString('hex');

export function freshAccount(): WebServiceAccount {
  return {
    isOn: true,
    token: newWebServiceToken(),
    functions: [...serviceFunctions],
    capabilities: [...roleCapabilities],
  };
}
