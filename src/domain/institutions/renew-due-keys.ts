/** Renews the signing keys of an institution that have become old, as the administrator's button does. docs/decisions/0016-renewing-signing-keys.md */
import type { Clock } from '../../shared/clock.js';
import { stateOfKeys, type KeySchedule } from './key-schedule.js';
import { renewKeys, type RenewKeysDeps } from './renew-keys.js';
import type { PublicSigningKey } from './signing-keys.js';

export type RenewDueKeysDeps = RenewKeysDeps & { clock: Clock; keySchedule: KeySchedule };

/**
 * Does nothing where no key is due, and nothing where there are no keys: those are made before the first signature.
 * @returns how many were due
 */
export async function renewDueKeys(deps: RenewDueKeysDeps, institutionId: string): Promise<number> {
  const keys = await deps.keys.all(institutionId);
  const state = stateOfKeys(keys, deps.clock(), deps.keySchedule);
  const keyIds = state.kind === 'due' ? state.keyIds : [];
  if (keyIds.length > 0 || isLeftWithout(keys))
    await renewKeys(deps, { institutionId, keyIds, isSure: true, bySchedule: true });
  return keyIds.length;
}

/** A renewal that was killed, or met a database that was away, between the old key and the new one: what is missing is made. */
function isLeftWithout(keys: readonly PublicSigningKey[]): boolean {
  return keys.some(
    ({ kind, retiredBySchedule }) =>
      retiredBySchedule && !keys.some((other) => other.kind === kind && !other.retiredAt),
  );
}
