/** What documents and pages of a published version are made from, for the pages that name no learner. */
import type { DefinitionContent } from '../../documents/credential-content.js';
import { furtherLanguages } from '../../documents/editions.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { Definition } from '../micro-credentials/definition.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import { achievementContent } from './achievement-content.js';

export interface PublishedContentDeps {
  microCredentials: MicroCredentialStore;
  institutions: InstitutionStore;
  base: string;
}

/**
 * Undefined for an unknown micro-credential, a version that is not published, and an edition that there is not. Retired ones are
 * still there: awards name them.
 */
export async function publishedContent(
  deps: PublishedContentDeps,
  microCredentialId: string,
  version: number,
  edition?: string,
): Promise<DefinitionContent | undefined> {
  const microCredential = await deps.microCredentials.byId(microCredentialId);
  const published = microCredential?.versions.find((one) => one.number === version);
  const institution = microCredential && (await deps.institutions.byId(microCredential.institutionId));
  if (!published || !institution) return undefined;
  if (edition !== undefined && !hasEdition(published.definition, edition)) return undefined;
  return achievementContent({ base: deps.base, institution, microCredentialId, version: published, edition });
}

/** Is the version written in that further language? */
export const hasEdition = (definition: Definition, language: string): boolean =>
  furtherLanguages(definition, definition.language).includes(language);
