/** A published version with everything its page shows. No learner in it. */
import { hasEdition } from '../../../domain/awards/published-content.js';
import type { Institution } from '../../../domain/institutions/institution.js';
import type {
  MicroCredential,
  PublishedVersion,
} from '../../../domain/micro-credentials/micro-credential.js';
import type { WebServices } from '../../web-services.js';
import type { VersionPlace } from './version-place.js';

export interface PublishedOne {
  institution: Institution;
  microCredential: MicroCredential;
  version: PublishedVersion;
}

/** Undefined for what is not published, and for an edition that there is not; retired ones are still there, as awards name them. */
export async function publishedVersion(
  services: Pick<WebServices, 'institutions' | 'microCredentials'>,
  place: VersionPlace | undefined,
): Promise<PublishedOne | undefined> {
  const microCredential = place && (await services.microCredentials.byId(place.microCredentialId));
  const version = microCredential?.versions.find((one) => one.number === place?.number);
  const institution = microCredential && (await services.institutions.byId(microCredential.institutionId));
  if (!version || !institution) return undefined;
  if (place?.edition !== undefined && !hasEdition(version.definition, place.edition)) return undefined;
  return { institution, microCredential, version };
}
