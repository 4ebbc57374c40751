/** The errors of Moodle's web services, as recorded: status 200, an exception, a name and a message. */
import type { RoleCapability } from './service-account.js';

export class WebServiceFault extends Error {
  constructor(
    readonly exception: string,
    readonly errorcode: string,
    message: string,
  ) {
    super(message);
  }
}

const moodle = 'core\\exception\\moodle_exception';

export const faults = {
  invalidToken: () => new WebServiceFault(moodle, 'invalidtoken', 'Invalid token - token not found'),
  access: () =>
    new WebServiceFault('webservice_access_exception', 'accessexception', 'Access control exception'),
  noRecord: (table: 'course' | 'external_functions') =>
    new WebServiceFault(
      'dml_missing_record_exception',
      'invalidrecord',
      `Can't find data record in database table ${table}.`,
    ),
  invalidUser: () => new WebServiceFault('dml_missing_record_exception', 'invaliduser', 'Invalid user'),
  invalidParameter: () =>
    new WebServiceFault(
      'core\\exception\\invalid_parameter_exception',
      'invalidparameter',
      'Invalid parameter value detected',
    ),
  requireLogin: () =>
    new WebServiceFault(
      'core\\exception\\require_login_exception',
      'requireloginerror',
      'Course or activity not accessible.',
    ),
  noPermission: (what: string) =>
    new WebServiceFault(
      'core\\exception\\required_capability_exception',
      'nopermissions',
      `Sorry, but you do not currently have permissions to do that (${what}).`,
    ),
  noGrades: () => new WebServiceFault(moodle, 'nopermissiontoviewgrades', 'Cannot view grades.'),
  notEnrolled: () => new WebServiceFault(moodle, 'usernotenroled', 'User is not enrolled in this course'),
  noCriteria: () =>
    new WebServiceFault(moodle, 'nocriteriaset', 'No completion criteria set for this course'),
};

/** What Moodle calls a capability when it is missing. */
export const capabilityNames: Partial<Record<RoleCapability, string>> = {
  'gradereport/user:view': 'View your own grade report',
  'report/progress:view': 'View activity completion reports',
  'report/completion:view': 'View course completion report',
  'moodle/competency:usercompetencyview': 'View a user competency',
};
