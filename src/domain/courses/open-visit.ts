/** A verified launch opens a visit: course and person are remembered, and the browser gets its way in. */
import type { Clock } from '../../shared/clock.js';
import { hashSecret } from '../../shared/hash-secret.js';
import type { NewId } from '../../shared/ids.js';
import { Problem } from '../../shared/problem.js';
import type { CourseStore } from './course-store.js';
import type { Launch } from './launch.js';
import { personInCourse, type Visit, type VisitStore } from './visit.js';

export interface OpenVisitDeps {
  courses: CourseStore;
  visits: VisitStore;
  newId: NewId;
  clock: Clock;
  /** Hours until the visit ends by itself. */
  visitHours: number;
}

/**
 * Opens a visit tied to platform, deployment, course, link, person and browser: one for a launch, however often it is brought.
 * @param input.browserSecret what the browser's cookie holds; only its hash is kept.
 * @throws Problem launch-state-used
 */
export async function openVisit(
  deps: OpenVisitDeps,
  input: { launch: Launch; browserSecret: string },
): Promise<Visit> {
  const { launch } = input;
  const now = deps.clock();
  const course = await deps.courses.see({
    id: deps.newId(),
    platformId: launch.platformId,
    deploymentId: launch.deploymentId,
    institutionId: launch.institutionId,
    contextId: launch.context.id,
    title: launch.context.title,
    label: launch.context.label,
    membershipsUrl: launch.membershipsUrl,
    lineItemsUrl: launch.lineItemsUrl,
    gradeScopes: launch.gradeScopes,
    link: launch.link,
    locale: launch.locale,
    at: now,
  });
  const visit: Visit = {
    id: launch.id,
    browserHash: hashSecret(input.browserSecret),
    platformId: launch.platformId,
    deploymentId: launch.deploymentId,
    courseId: course.id,
    linkId: launch.link.id,
    linkTitle: launch.link.title,
    person: launch.person,
    roles: launch.roles,
    locale: launch.locale,
    returnUrl: launch.returnUrl,
    startedAt: now,
    expiresAt: new Date(now.getTime() + deps.visitHours * 3_600_000),
  };
  await addOnce(deps.visits, visit);
  await deps.courses.seeMember(course.id, personInCourse(visit), launch.roles, launch.link.id, now);
  return visit;
}

async function addOnce(visits: VisitStore, visit: Visit): Promise<void> {
  try {
    await visits.add(visit);
  } catch (error) {
    if (error instanceof Problem && error.code === 'duplicate') throw new Problem('launch-state-used');
    throw error;
  }
}
