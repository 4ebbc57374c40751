/**
 * Who somebody is in a course. A non-editing teacher of Moodle launches as Instructor but stands in the roster as Learner:
 * the launch decides what a person may do here, and a person who ever launched as a teacher is never evidence of a learner.
 * https://www.imsglobal.org/spec/lti/v1p3/#role-vocabularies
 */
export interface CourseRoles {
  teaches: boolean;
  learns: boolean;
  /** Administrator of the institution or the system (no right in the course by itself). */
  administers: boolean;
}
