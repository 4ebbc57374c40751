/** Publishes the draft as the next version, frozen for ever. Refused, with the list, while an element is missing. */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import type { CourseStore } from '../courses/course-store.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { PlatformStore } from '../platforms/platform-store.js';
import { changedElsewhere } from './changed-elsewhere.js';
import type { Definition, DraftDefinition } from './definition.js';
import type { MicroCredentialStore } from './micro-credential-store.js';
import type { MicroCredential } from './micro-credential.js';
import { missingElements } from './missing-elements.js';
import { writtenColumnOf } from './written-column.js';
import { qualityAssurance } from '../institutions/quality-assurance.js';

export interface PublishVersionDeps {
  microCredentials: MicroCredentialStore;
  institutions: InstitutionStore;
  courses: CourseStore;
  platforms: PlatformStore;
  clock: Clock;
}

/**
 * @param input.revision the revision the page was made from
 * @throws Problem not-found, micro-credential-incomplete (facts.missing: Missing[]), micro-credential-changed-elsewhere
 * (facts.current; also when there is no draft any more)
 */
export async function publishVersion(
  deps: PublishVersionDeps,
  input: { id: string; revision: number; by: string },
): Promise<MicroCredential> {
  const found = await deps.microCredentials.byId(input.id);
  if (!found) throw new Problem('not-found');
  if (!found.draft || found.revision !== input.revision) throw changedElsewhere(found.revision);
  const institution = await deps.institutions.byId(found.institutionId);
  const course = await deps.courses.byId(found.courseId);
  const platform = course && (await deps.platforms.byId(course.platformId));
  if (!institution || !platform) throw new Problem('not-found');
  const draft = found.draft.definition;
  const written = writtenColumnOf(found, course, platform.family);
  const missing = missingElements(draft, institution, platform.family, written);
  const definition = missing.length === 0 ? complete(draft) : undefined;
  if (!definition) throw new Problem('micro-credential-incomplete', { facts: { missing } });
  const published = await deps.microCredentials.publish(input.id, input.revision, {
    number: (found.versions.at(-1)?.number ?? 0) + 1,
    definition,
    publishedAt: deps.clock(),
    publishedBy: input.by,
  });
  if (published) return published;
  throw changedElsewhere((await deps.microCredentials.byId(input.id))?.revision);
}

/** A copy that nobody else holds, typed as complete. Undefined if a part is absent after all. */
function complete(draft: DraftDefinition): Definition | undefined {
  const { level, participation } = draft;
  const assurance = qualityAssurance.safeParse(draft.qualityAssurance);
  if (!level || !participation || !assurance.success) return undefined;
  return structuredClone({ ...draft, level, participation, qualityAssurance: assurance.data });
}
