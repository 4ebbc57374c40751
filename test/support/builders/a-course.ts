/** A course of the Moodle with one activity. */
import type { Course } from '../../../src/domain/courses/course.js';

export function aCourse(overrides: Partial<Course> = {}): Course {
  return {
    id: 'course-1',
    platformId: 'platform-1',
    deploymentId: '1',
    institutionId: 'institution-1',
    contextId: '2',
    title: 'Data Literacy',
    label: 'MC101',
    membershipsUrl: 'https://moodle.example.org/memberships',
    lineItemsUrl: 'https://moodle.example.org/lineitems',
    gradeScopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly'],
    links: [{ id: 'link-1', title: 'Claim your badge' }],
    locale: 'en',
    createdAt: new Date('2026-09-02T08:00:00Z'),
    lastLaunchAt: new Date('2026-11-20T08:00:00Z'),
    ...overrides,
  };
}
