/** Somebody shares a result that was just made here, for a time of their choice. */
import type { Clock } from '../../../shared/clock.js';
import { hashSecret } from '../../../shared/hash-secret.js';
import type { NewId } from '../../../shared/ids.js';
import { Problem } from '../../../shared/problem.js';
import type { ShareableResult, SharedResult, SharedResultStore } from './shared-result.js';

/** For how many days a result can be shown. */
export const sharedDays = [1, 7, 30] as const;
export type SharedDays = (typeof sharedDays)[number];

/** Results in all at a time, some kilobytes each: strangers must not fill the database. */
export const mostShared = 20_000;

const dayMs = 86_400_000;

/**
 * What is shared, and the secret by which its maker deletes it; the secret is kept nowhere.
 * @throws Problem sharing-full
 */
export async function shareResult(
  deps: { sharedResults: SharedResultStore; clock: Clock; newId: NewId },
  input: { result: ShareableResult; days: SharedDays },
): Promise<{ shared: SharedResult; secret: string }> {
  const { sharedResults, clock, newId } = deps;
  const sharedAt = clock();
  // the database does so by itself, but not the embedded one
  await sharedResults.removeEnded(sharedAt);
  if ((await sharedResults.count(mostShared)) >= mostShared) throw new Problem('sharing-full');
  const secret = newId();
  const shared: SharedResult = {
    ...input.result,
    id: newId(),
    sharedAt,
    expiresAt: new Date(sharedAt.getTime() + input.days * dayMs),
    deletionHash: hashSecret(secret),
  };
  await sharedResults.add(shared);
  return { shared, secret };
}
