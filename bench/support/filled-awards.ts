/**
 * Awards of other micro-credentials, as they lie there: what the indexes hold is all that a claim meets of them, so their documents are
 * left out.
 */
import type { Connection } from 'mongoose';
import { randomId } from '../../src/shared/ids.js';
import { without } from '../../test/edges/storage/without.js';
import { anIssuedAward } from '../../test/support/builders/an-award.js';

const batchSize = 5_000;
const places = 60_000;

/** Goes on where a kept database was left. */
export async function fillAwards(connection: Connection, size: number): Promise<void> {
  const award = without(anIssuedAward(), 'id', 'documents', 'basis');
  const collection = connection.collection<{ _id: string }>('awards');
  const isThere = async (n: number): Promise<boolean> =>
    (await collection.findOne(
      { 'statusPlace.listId': listOf(n), state: award.state, 'statusPlace.index': n % places },
      { projection: { _id: 1 } },
    )) !== null;
  const began = performance.now();
  let filled = 0;
  for (let begin = 0; begin < size; begin += batchSize) {
    const end = Math.min(begin + batchSize, size);
    if (await isThere(end - 1)) continue;
    const batch = Array.from({ length: end - begin }, (_none, offset) => {
      const n = begin + offset;
      return {
        ...award,
        _id: randomId(),
        microCredentialId: `other-${n % 1_000}`,
        subject: `learner-${n}`,
        recipient: { ...award.recipient, emailKey: `key-${n}` },
        statusPlace: { listId: listOf(n), index: n % places, pair: n % places },
      };
    });
    await collection.insertMany(batch, { ordered: false });
    filled += batch.length;
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${size} awards are there (${filled} of them filled in, in ${seconds} s)`);
}

const listOf = (n: number): string => `list-${Math.floor(n / places)}`;
