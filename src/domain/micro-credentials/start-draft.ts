/** The first launch of a teacher in an activity begins its micro-credential, prefilled with what is known already. */
import type { Clock } from '../../shared/clock.js';
import { cleanLine } from '../../shared/clean-text.js';
import type { NewId } from '../../shared/ids.js';
import { Problem } from '../../shared/problem.js';
import type { Course } from '../courses/course.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { DraftDefinition } from './definition.js';
import type { MicroCredentialStore } from './micro-credential-store.js';
import type { MicroCredential } from './micro-credential.js';

export interface StartDraftDeps {
  microCredentials: MicroCredentialStore;
  institutions: InstitutionStore;
  newId: NewId;
  clock: Clock;
}

/**
 * The micro-credential of the activity: the existing one, or a new one with a draft (the course's title, since activities are
 * called "Claim your badge"; else the link's; quality assurance from the institution).
 * @param input.by subject of the teacher
 * @param input.language BCP 47 tag; the primary language counts, 'en' where it is none
 * @throws Problem not-found (the course's institution)
 */
export async function startDraft(
  deps: StartDraftDeps,
  input: { course: Course; linkId: string; linkTitle: string; by: string; language: string },
): Promise<MicroCredential> {
  const { course, linkId } = input;
  const existing = await deps.microCredentials.ofLink(course.id, linkId);
  if (existing) return existing;
  const institution = await deps.institutions.byId(course.institutionId);
  if (!institution) throw new Problem('not-found', { detail: 'institution of the course' });
  const now = deps.clock();
  const language = /^[a-z]{2,3}(?=-|$)/.exec(input.language.toLowerCase())?.[0] ?? 'en';
  const title = (cleanLine(course.title) || cleanLine(input.linkTitle)).slice(0, 300);
  const definition: DraftDefinition = {
    language,
    title: title ? { [language]: title } : {},
    description: {},
    furtherAwardingBodies: [],
    outcomes: [],
    assessments: [],
    workload: {},
    qualityAssurance: institution.qualityAssurance,
    gradeMayBeCarried: true,
  };
  const microCredential: MicroCredential = {
    id: deps.newId(),
    institutionId: institution.id,
    courseId: course.id,
    linkId,
    draft: { definition, changedAt: now, changedBy: input.by },
    versions: [],
    revision: 1,
    createdAt: now,
  };
  try {
    await deps.microCredentials.add(microCredential);
    return microCredential;
  } catch (error) {
    const first =
      error instanceof Problem && error.code === 'duplicate'
        ? await deps.microCredentials.ofLink(course.id, linkId)
        : undefined;
    if (first) return first;
    throw error;
  }
}
