/** What documents and pages of a published version are made from, for the pages that name no learner. */
import type { DefinitionContent } from '../../documents/credential-content.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import { achievementContent } from './achievement-content.js';

export interface PublishedContentDeps {
  microCredentials: MicroCredentialStore;
  institutions: InstitutionStore;
  base: string;
}

/** Undefined for an unknown micro-credential and a version that is not published. Retired ones are still there: awards name them. */
export async function publishedContent(
  deps: PublishedContentDeps,
  microCredentialId: string,
  version: number,
): Promise<DefinitionContent | undefined> {
  const microCredential = await deps.microCredentials.byId(microCredentialId);
  const published = microCredential?.versions.find((one) => one.number === version);
  const institution = microCredential && (await deps.institutions.byId(microCredential.institutionId));
  if (!published || !institution) return undefined;
  return achievementContent({ base: deps.base, institution, microCredentialId, version: published });
}
