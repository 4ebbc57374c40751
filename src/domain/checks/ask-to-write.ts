/** An award was claimed or revoked: where badges are written back, the LMS is told soon. */
import type { Clock } from '../../shared/clock.js';
import type { Award } from '../awards/award.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { CheckStore } from './check-store.js';
import { subjectOf } from './subject-of.js';

export interface AskToWriteDeps {
  checks: CheckStore;
  microCredentials: MicroCredentialStore;
  clock: Clock;
}

export async function askToWrite(
  deps: AskToWriteDeps,
  award: Pick<Award, 'microCredentialId' | 'platformId'>,
): Promise<void> {
  const microCredential = await deps.microCredentials.byId(award.microCredentialId);
  if (!microCredential?.writeBack?.isOn) return;
  const subject = subjectOf(microCredential, award.platformId);
  if (subject) await deps.checks.ask(subject, deps.clock());
}
