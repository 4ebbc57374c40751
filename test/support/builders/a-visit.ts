/** Launches and visits of a learner and of a teacher. */
import type { Launch } from '../../../src/domain/courses/launch.js';
import type { CourseRoles } from '../../../src/domain/courses/roles.js';
import type { Visit } from '../../../src/domain/courses/visit.js';
import { hashSecret } from '../../../src/shared/hash-secret.js';
import { randomId } from '../../../src/shared/ids.js';

export const asLearner: CourseRoles = { teaches: false, learns: true, administers: false };
export const asTeacher: CourseRoles = { teaches: true, learns: false, administers: false };

/** A learner's visit; the browser's secret is 'browser-secret'. */
export function aVisit(overrides: Partial<Visit> = {}): Visit {
  return {
    id: 'visit-0000000000000001',
    browserHash: hashSecret('browser-secret'),
    platformId: 'platform-1',
    deploymentId: '1',
    courseId: 'course-1',
    linkId: 'link-1',
    linkTitle: 'Claim your badge',
    person: { subject: 'learner-1', name: 'Ada Learner', email: 'ada@example.org' },
    roles: asLearner,
    locale: 'en',
    startedAt: new Date('2026-11-20T08:00:00Z'),
    expiresAt: new Date('2026-11-20T16:00:00Z'),
    ...overrides,
  };
}

export function aTeacherVisit(overrides: Partial<Visit> = {}): Visit {
  return aVisit({ person: { subject: 'teacher-1', name: 'Tess Teacher' }, roles: asTeacher, ...overrides });
}

export function aLaunch(overrides: Partial<Launch> = {}): Launch {
  const { platformId, deploymentId, person, roles } = aVisit();
  return {
    id: randomId(),
    platformId,
    deploymentId,
    institutionId: 'institution-1',
    person,
    roles,
    context: { id: '2', title: 'Data Literacy', label: 'MC101' },
    link: { id: 'link-1', title: 'Claim your badge' },
    membershipsUrl: 'https://moodle.example.org/memberships',
    gradeScopes: [],
    ...overrides,
  };
}
