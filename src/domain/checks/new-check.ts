/** A check that nobody has looked at yet. */
import { shortest } from './after-look.js';
import type { CheckSubject, CourseCheck } from './course-check.js';

export function newCheck(dueAt: Date): Omit<CourseCheck, keyof CheckSubject | 'id'> {
  const standing = { state: 'waiting', dueAt, interval: shortest, tries: 0, doubts: 0 } as const;
  return { ...standing, asked: 0, createdAt: dueAt };
}
