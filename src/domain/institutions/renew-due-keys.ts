/** Renews the signing keys of an institution that have become old, as the administrator's button does. docs/decisions/0016-renewing-signing-keys.md */
import type { Clock } from '../../shared/clock.js';
import { stateOfKeys, type KeySchedule } from './key-schedule.js';
import type { PublicSigningKey, SigningKeys } from './signing-keys.js';

export interface RenewDueKeysDeps {
  keys: SigningKeys;
  clock: Clock;
  keySchedule: KeySchedule;
}

/**
 * Does nothing where no key is due and none is missing, and nothing where there were never keys: those are made before the first
 * signature.
 * @returns whether there are new keys
 */
export async function renewDueKeys(deps: RenewDueKeysDeps, institutionId: string): Promise<boolean> {
  const keys = await deps.keys.all(institutionId);
  const state = stateOfKeys(keys, deps.clock(), deps.keySchedule);
  if (state.kind !== 'due' && !isLeftWithout(keys)) return false;
  await deps.keys.renew(institutionId, state.kind === 'due' ? state.keyIds : [], true);
  return true;
}

/** A renewal that was killed, or met a database that was away, between the old key and the new one: what is missing is made. */
function isLeftWithout(keys: readonly PublicSigningKey[]): boolean {
  return keys.some(
    ({ kind, retiredBySchedule }) =>
      retiredBySchedule && !keys.some((other) => other.kind === kind && !other.retiredAt),
  );
}
