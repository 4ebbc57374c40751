/** A check of version 1 that is due at once and that nobody has looked at. */
import type { CheckSubject, CourseCheck, TakenCheck } from '../../../src/domain/checks/course-check.js';
import { newCheck } from '../../../src/domain/checks/new-check.js';

export const subjectOfCheck: CheckSubject = {
  microCredentialId: 'micro-credential-1',
  version: 1,
  courseId: 'course-1',
  platformId: 'platform-1',
};

export function aCheck(overrides: Partial<CourseCheck> = {}): CourseCheck {
  return { id: 'check-1', ...subjectOfCheck, ...newCheck(new Date('2026-11-20T08:00:00Z')), ...overrides };
}

export function aTakenCheck(overrides: Partial<CourseCheck> = {}): TakenCheck {
  const lease = { holder: 'holder-1', until: new Date('2026-11-20T08:01:00Z') };
  return { ...aCheck(overrides), lease };
}
