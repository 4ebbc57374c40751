/** Two replicas on one database whose signing keys become old. */
import { expect } from 'chai';
import type { PublicSigningKey } from '../../src/domain/institutions/signing-keys.js';
import type { Storage } from '../../src/edges/storage/connection.js';
import { startKeyRenewalWorker } from '../../src/jobs/key-renewal-worker.js';
import { randomId } from '../../src/shared/ids.js';
import { systemTimers } from '../../src/shared/timers.js';
import { databases, withReplicas } from '../edges/storage/replicas.js';
import { anInstitution } from '../support/builders/an-institution.js';
import { memoryInstitutions } from '../support/memory/memory-institutions.js';
import { memoryKeys } from '../support/memory/memory-keys.js';
import { startTestAcquis } from '../support/running-acquis.js';

const made = new Date('2026-09-01T08:00:00Z');
const now = new Date('2029-09-02T08:00:00Z');

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`not within 30 s: ${isSo.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

for (const { name, open } of databases)
  describe(`keys that two replicas renew on schedule, on ${name}`, function () {
    this.timeout(60_000);
    const replicas = withReplicas(open);

    /** Both read the old keys before either goes on; `held` is what the second waits for after that. */
    async function renewAtBoth(held: (told: string[]) => Promise<void>) {
      const { one, two } = replicas();
      const id = randomId();
      await one.institutions.add(anInstitution({ id }));
      await memoryKeys(one.keyRecords, () => made).ensure(id);
      const old = (await one.keyRecords.ofInstitution(id)).map((key) => key.id);
      const met = meeting(2);
      const told: string[] = [];
      const worker = ({ keyRecords }: Storage, wait: () => Promise<void>) => {
        const keys = memoryKeys(keyRecords, () => now);
        const afterReading = async (of: string): Promise<PublicSigningKey[]> => {
          const read = await keys.all(of);
          await met.wait();
          await wait();
          return read;
        };
        return startKeyRenewalWorker(
          {
            keys: { ...keys, all: afterReading },
            institutions: memoryInstitutions(anInstitution({ id })),
            keySchedule: { years: 3, renewal: 'scheduled' },
            clock: () => now,
            timers: systemTimers,
            chance: () => 0,
            onRenewed: (institution) => void told.push(institution),
            onTrouble: (sentence) => void told.push(sentence),
          },
          { firstMs: 0, tickMs: 60_000 },
        );
      };
      const workers = [worker(one, () => Promise.resolve()), worker(two, () => held(told))];
      await until(() => told.length === 2);
      for (const each of workers) await each?.stop();
      expect(told).to.deep.equal([id, id]);
      const all = await one.keyRecords.ofInstitution(id);
      expect(all).to.have.length(4);
      for (const key of all) {
        const isOld = old.includes(key.id);
        expect([key.retiredAt, key.retiredBySchedule]).to.deep.equal(
          isOld ? [now, true] : [undefined, undefined],
        );
      }
    }

    it('both, when they renew at the same moment, then leave one renewal', () =>
      renewAtBoth(() => Promise.resolve()));

    it('one, when it goes on after the other has renewed what both had read, then retires no new key', () =>
      renewAtBoth((told) => until(() => told.length === 1)));
  });

describe('Acquis, whose keys become old', function () {
  this.timeout(60_000);

  it('with the usual settings, when it has run for a moment, then has new keys that nobody asked for', async () => {
    let time = made;
    const acquis = await startTestAcquis({ clock: () => time });
    try {
      const { keys, institutions } = acquis.services;
      const id = randomId();
      await institutions.add(anInstitution({ id }));
      await keys.ensure(id);
      time = now;
      const second = await acquis.replica();
      await until(async () => (await second.services.keys.all(id)).length === 4);
      const all = await second.services.keys.all(id);
      expect(all.filter(({ retiredBySchedule }) => retiredBySchedule)).to.have.length(2);
    } finally {
      await acquis.end();
    }
  });
});

/** Everybody goes on once so many have come. */
function meeting(size: number) {
  let come = 0;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    async wait(): Promise<void> {
      come += 1;
      if (come === size) open();
      await all;
    },
  };
}
