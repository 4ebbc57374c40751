/** What the editing page shows beside a draft: what is missing and what is advised, from the stores. */
import { Problem } from '../../shared/problem.js';
import type { CourseStore } from '../courses/course-store.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { PlatformStore } from '../platforms/platform-store.js';
import { adviceOn, type Advice } from './advice-on.js';
import type { MicroCredential } from './micro-credential.js';
import { missingElements, type Missing } from './missing-elements.js';
import { writtenColumnOf } from './written-column.js';

export interface DraftReviewDeps {
  institutions: InstitutionStore;
  courses: CourseStore;
  platforms: PlatformStore;
}

/** Both lists are empty when there is no draft. @throws Problem not-found (institution, course or platform is gone) */
export async function draftReview(
  deps: DraftReviewDeps,
  microCredential: MicroCredential,
): Promise<{ missing: Missing[]; advice: Advice[] }> {
  if (!microCredential.draft) return { missing: [], advice: [] };
  const institution = await deps.institutions.byId(microCredential.institutionId);
  const course = await deps.courses.byId(microCredential.courseId);
  const platform = course && (await deps.platforms.byId(course.platformId));
  if (!institution || !platform) throw new Problem('not-found');
  const { definition } = microCredential.draft;
  const written = writtenColumnOf(microCredential, course, platform.family);
  return {
    missing: missingElements(definition, institution, platform.family, written),
    advice: adviceOn(definition, institution, {
      linkId: microCredential.linkId,
      isPublished: microCredential.versions.length > 0,
    }),
  };
}
