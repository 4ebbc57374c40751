/** A shared result is read, or deleted by whoever shared it. */
import type { Clock } from '../../../shared/clock.js';
import { hashSecret } from '../../../shared/hash-secret.js';
import { looksLikeId } from '../../../shared/ids.js';
import { Problem } from '../../../shared/problem.js';
import type { SharedResult, SharedResultStore } from './shared-result.js';

interface Deps {
  sharedResults: SharedResultStore;
  clock: Clock;
}

/**
 * @throws Problem shared-result-gone: its time is over, it was deleted, or it never was (nothing is kept that could tell);
 * not-found for what is no address of one
 */
export async function readSharedResult({ sharedResults, clock }: Deps, id: string): Promise<SharedResult> {
  if (!looksLikeId(id)) throw new Problem('not-found', { detail: 'no address of a shared result' });
  const result = await sharedResults.byId(id, clock());
  if (!result) throw new Problem('shared-result-gone');
  return result;
}

/** For whoever has the secret. @throws Problem as readSharedResult; shared-result-gone for another secret, too */
export async function readOwnSharedResult(
  deps: Deps,
  input: { id: string; secret: string },
): Promise<SharedResult> {
  const result = await readSharedResult(deps, input.id);
  if (result.deletionHash !== hashSecret(input.secret)) throw new Problem('shared-result-gone');
  return result;
}

/** Gone at once, for everybody. @throws Problem as readOwnSharedResult */
export async function deleteSharedResult(deps: Deps, input: { id: string; secret: string }): Promise<void> {
  const { id } = await readOwnSharedResult(deps, input);
  await deps.sharedResults.remove(id, hashSecret(input.secret));
}
