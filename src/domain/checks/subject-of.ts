/** What there is to check of a micro-credential: its current version. */
import { currentVersion, type MicroCredential } from '../micro-credentials/micro-credential.js';
import type { CheckSubject } from './course-check.js';

/** Undefined while nothing is published. Of a retired one the awards are looked at. */
export function subjectOf(microCredential: MicroCredential, platformId: string): CheckSubject | undefined {
  const version = currentVersion(microCredential);
  if (!version) return undefined;
  const { id: microCredentialId, courseId } = microCredential;
  return { microCredentialId, version: version.number, courseId, platformId };
}
