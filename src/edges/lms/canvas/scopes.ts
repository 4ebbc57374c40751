/** The addresses that are asked, as Canvas names them for its tokens. https://developerdocs.instructure.com/services/canvas/oauth2/file.scopes */
import { canvasRecords } from '../../../domain/platforms/differences/canvas-records.js';

const { functions } = canvasRecords;

export const scopes = {
  self: functions.site.name,
  assignments: functions.columns.name,
  submissions: functions.grades.name,
  enrollments: 'url:GET|/api/v1/courses/:course_id/enrollments',
  course: 'url:GET|/api/v1/courses/:id',
  person: 'url:GET|/api/v1/courses/:course_id/users/:id',
  modules: functions.activities.name,
  moduleItems: 'url:GET|/api/v1/courses/:course_id/modules/:module_id/items',
  progress: functions['course-completion'].name,
  progressOfMany: 'url:GET|/api/v1/courses/:course_id/bulk_user_progress',
  outcomes: functions.competencies.name,
  rollups: functions.ratings.name,
} as const;
