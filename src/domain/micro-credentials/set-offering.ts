/** A teacher chooses who offers the award to those who meet the rule: Acquis by itself, or a teacher who looks first. */
import type { Clock } from '../../shared/clock.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import { changedElsewhere } from './changed-elsewhere.js';
import type { MicroCredentialStore } from './micro-credential-store.js';
import { isOfferedByHand, type MicroCredential } from './micro-credential.js';

/**
 * What is so already is not written: a draft that somebody has open beside it can still be saved.
 * @throws Problem not-permitted, micro-credential-changed-elsewhere
 */
export async function setOffering(
  deps: { microCredentials: MicroCredentialStore; clock: Clock },
  input: { visit: Visit; microCredential: MicroCredential; byHand: boolean },
): Promise<MicroCredential> {
  const { visit, microCredential, byHand } = input;
  requireTeacher(visit, microCredential.courseId);
  if (isOfferedByHand(microCredential) === byHand) return microCredential;
  const { id, revision } = microCredential;
  const changed = await deps.microCredentials.setOffering(id, revision, {
    byHand,
    changedAt: deps.clock(),
    changedBy: visit.person.subject,
  });
  if (!changed) throw changedElsewhere((await deps.microCredentials.byId(id))?.revision);
  return changed;
}
