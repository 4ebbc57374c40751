/**
 * A teacher chooses who offers the award to those who meet the rule: Acquis by itself, a teacher who looks first, or nobody any more.
 */
import type { Clock } from '../../shared/clock.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import { changedElsewhere } from './changed-elsewhere.js';
import type { MicroCredentialStore } from './micro-credential-store.js';
import { type MicroCredential, type WhoOffers, whoOffers } from './micro-credential.js';

/**
 * What is so already is not written: a draft that somebody has open beside it can still be saved.
 * @throws Problem not-permitted, micro-credential-changed-elsewhere
 */
export async function setOffering(
  deps: { microCredentials: MicroCredentialStore; clock: Clock },
  input: { visit: Visit; microCredential: MicroCredential; who: WhoOffers },
): Promise<MicroCredential> {
  const { visit, microCredential, who } = input;
  requireTeacher(visit, microCredential.courseId);
  if (whoOffers(microCredential) === who) return microCredential;
  const { id, revision } = microCredential;
  const changedAt = deps.clock();
  const offering = { byHand: who === 'hand', changedAt, changedBy: visit.person.subject };
  const retiredAt = who === 'nobody' ? changedAt : undefined;
  const changed = await deps.microCredentials.setOffering(id, revision, offering, retiredAt);
  if (!changed) throw changedElsewhere((await deps.microCredentials.byId(id))?.revision);
  return changed;
}
