/**
 * What a claimed correction means for the award that it corrects. The claim is the one write that decides; all here follows from it and
 * can be done again: by the claim itself, by whoever claims once more, and by a job, should the process die in between.
 */
import type { Clock } from '../../shared/clock.js';
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';
import type { TellLearner } from './tell-learner.js';

export interface SettleCorrectionDeps {
  awards: AwardStore;
  clock: Clock;
  /** Undefined where nobody is told of anything. */
  tellLearner?: TellLearner;
}

/** Does nothing for what is no claimed correction, or has been settled. */
export async function settleCorrection(deps: SettleCorrectionDeps, award: Award): Promise<void> {
  const { id, correction, issuedAt, recipient } = award;
  if (!issuedAt || !correction?.pending) return;
  const old = await deps.awards.byId(correction.of);
  const at = deps.clock();
  const { reason, by } = correction;
  if (old?.state === 'issued' || old?.state === 'suspended')
    await deps.tellLearner?.({ award: old, what: 'superseded', at, recipient });
  await deps.awards.supersede(correction.of, {
    awardId: id,
    at,
    reason,
    event: { what: 'superseded', at, by, reason },
    // an address that was typed wrong may be somebody else's
    freesEmail: old?.recipient?.emailFrom === 'learner' && recipient?.emailKey !== undefined,
  });
  await deps.awards.endCorrection(id);
}

/** What a process that died has left. One that cannot be settled keeps no other from it. @throws what kept the first one */
export async function settlePendingCorrections(deps: SettleCorrectionDeps): Promise<void> {
  const pending = await deps.awards.pendingCorrections();
  const settled = await Promise.allSettled(pending.map((award) => settleCorrection(deps, award)));
  for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason;
}
