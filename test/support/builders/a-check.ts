/** A check of version 1 that is due at once and that nobody has looked at. */
import type { CheckSubject, CourseCheck } from '../../../src/domain/checks/course-check.js';
import { newCheck } from '../../../src/domain/checks/new-check.js';

const subjectOfCheck: CheckSubject = {
  microCredentialId: 'micro-credential-1',
  version: 1,
  courseId: 'course-1',
  platformId: 'platform-1',
};

export function aCheck(overrides: Partial<CourseCheck> = {}): CourseCheck {
  return { id: 'check-1', ...subjectOfCheck, ...newCheck(new Date('2026-11-20T08:00:00Z')), ...overrides };
}
