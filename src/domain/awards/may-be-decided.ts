/** May people still decide by hand about a learner: confirm, record what a jury found? Once the award is claimed, what it rests on stays. */
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';
import { heldAwards, heldIn } from './held-award.js';

/** True while nothing was claimed, suspended or revoked. */
export const isUndecided = (award: Award | undefined): boolean =>
  award === undefined || award.state === 'offered';

/** The same about the current version: an offer of an older one is claimed by what was decided of that one. */
export const isUndecidedIn = ({ number }: { number: number }, award: Award | undefined): boolean =>
  isUndecided(award) && (award === undefined || award.version === number);

/** False once the learner has claimed the award, whatever became of it since; a revoked one of an older version decides nothing. */
export async function mayBeDecided(
  { awards }: { awards: Pick<AwardStore, 'ofLearnerAllVersions'> },
  about: { microCredentialId: string; version: number; platformId: string; subject: string },
): Promise<boolean> {
  const { microCredentialId, version, platformId, subject } = about;
  const all = await awards.ofLearnerAllVersions(microCredentialId, platformId, subject);
  return isUndecided(heldIn(version, heldAwards(all).get(subject)));
}
