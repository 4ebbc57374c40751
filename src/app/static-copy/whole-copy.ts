/**
 * Is a copy whole, and does what is in it verify? While awards are signed again that a compromised key had signed, some of the copies
 * bear signatures of before: an export waits for that, and tells at its end what it could not wait for.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { leftToSign, type LeftToSignDeps } from '../../domain/awards/left-to-sign.js';
import type { Copied } from './copy-institution.js';

/** Milliseconds between two looks, and how many looks without any progress are waited for: two minutes. */
const lookEach = 2_000;
const mostLooks = 60;

interface WaitDeps extends LeftToSignDeps {
  say: (sentence: string) => void;
  /** Milliseconds. */
  wait?: (time: number) => Promise<unknown>;
}

/** Returns once nothing is signed again any more, or once that does not come on. */
export async function untilSignedAgain(deps: WaitDeps, institutionId: string): Promise<void> {
  let fewest = Infinity;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const left = await leftToSign(deps, institutionId);
    if (!left?.isRunning) return;
    const now = left.awards + left.unknown + left.endorsements;
    if (now < fewest) {
      deps.say(
        `${now} awards and endorsements of a compromised key are still to be signed again: waiting ...`,
      );
      fewest = now;
      looks = 0;
    }
    await (deps.wait ?? pause)(lookEach);
  }
}

/** Were signatures replaced since then? What was copied before that has those of before. */
export async function isSignedAgainSince(
  { awards, keys }: Pick<LeftToSignDeps, 'awards' | 'keys'>,
  institutionId: string,
  begunAt: Date,
): Promise<boolean> {
  const all = await keys.all(institutionId);
  if (all.some(({ compromise }) => compromise && compromise.declaredAt >= begunAt)) return true;
  return (await awards.countSignedAgain(institutionId, begunAt)) > 0;
}

/** In sentences: what is missing in the copy, or does not verify. None: it is whole. */
export async function faultsOfCopy(
  deps: LeftToSignDeps,
  institutionId: string,
  { begunAt, failed }: Copied,
): Promise<string[]> {
  const left = await leftToSign(deps, institutionId);
  const faults: string[] = [];
  if (failed.length > 0) faults.push(`These could not be copied; export again:\n${lines(failed)}`);
  if (left?.isRunning || (await isSignedAgainSince(deps, institutionId, begunAt)))
    faults.push(
      'Awards were signed again after a key had been declared compromised, so that some of the copies have signatures that do not verify. Export again.',
    );
  else if ((await deps.keys.all(institutionId)).some(({ createdAt }) => createdAt >= begunAt))
    faults.push(
      'New signing keys were made meanwhile, so that the copies of keys and of lists may not fit together. Export again.',
    );
  const inTrouble = [...(left?.awardsInTrouble ?? []), ...(left?.endorsementsInTrouble ?? [])];
  if (inTrouble.length > 0)
    faults.push(
      `A compromised key had signed these, and they could not be signed again; their copies do not verify:\n${lines(inTrouble)}`,
    );
  return faults;
}

const lines = (all: readonly string[]): string => all.map((one) => `  ${one}`).join('\n');
