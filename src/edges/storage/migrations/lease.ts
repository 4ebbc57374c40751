/**
 * A lease in the database: one holder at a time. The holder beats; who waits watches the beat by its own clock and takes over
 * when it stands still, so clocks of two machines are never compared. A holder that was taken over learns it at the next `hold`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { randomId } from '../../../shared/ids.js';
import { Problem } from '../../../shared/problem.js';
import { inStorageTerms, isDuplicate } from '../storage-trouble.js';

export interface LeaseTimes {
  /** Milliseconds between two beats of the holder. */
  beatMs: number;
  /** Milliseconds without a beat after which the holder counts as dead: many beats, a busy machine is not dead. */
  deadMs: number;
  /** Milliseconds between two looks of somebody who waits. */
  lookMs: number;
}

export interface Lease {
  /** @throws Problem storage-unavailable when somebody else has taken it over */
  hold(): Promise<void>;
  release(): Promise<void>;
}

interface Holder {
  _id: string;
  holder: string;
  beat: number;
}

/** Waits until the lease is free or its holder dead, then takes it. */
export async function takeLease(connection: Connection, name: string, times: LeaseTimes): Promise<Lease> {
  const holder = randomId();
  const leases = connection.collection<Holder>('leases');
  const mine = { _id: name, holder };
  let seen: Holder | undefined;
  let seenAt = 0;
  for (;;) {
    if (await inserted(() => leases.insertOne({ ...mine, beat: 0 }))) break;
    const now = (await inStorageTerms(() => leases.findOne({ _id: name }))) ?? undefined;
    if (!now) continue;
    if (now.holder !== seen?.holder || now.beat !== seen.beat) {
      seen = now;
      seenAt = performance.now();
    } else if (performance.now() - seenAt > times.deadMs) {
      const taken = await inStorageTerms(() => leases.updateOne({ ...now }, { $set: { holder, beat: 0 } }));
      if (taken.modifiedCount === 1) break;
    }
    await sleep(times.lookMs);
  }

  const hold = async (): Promise<void> => {
    const beaten = await inStorageTerms(() => leases.updateOne(mine, { $inc: { beat: 1 } }));
    if (beaten.matchedCount === 1) return;
    throw new Problem('storage-unavailable', {
      detail: `the lease "${name}" was taken over by another replica`,
    });
  };
  // a beat that fails is no news here: the next `hold` fails as well
  const beating = setInterval(() => void hold().catch(() => undefined), times.beatMs);
  return {
    hold,
    async release() {
      clearInterval(beating);
      await inStorageTerms(() => leases.deleteOne(mine));
    },
  };
}

async function inserted(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await inStorageTerms(insert);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
