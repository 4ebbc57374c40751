import { expect } from 'chai';
import type { KeySchedule } from '../../src/domain/institutions/key-schedule.js';
import { startKeyRenewalWorker } from '../../src/jobs/key-renewal-worker.js';
import { Problem } from '../../src/shared/problem.js';
import { anInstitution } from '../support/builders/an-institution.js';
import { heldTime } from '../support/held-time.js';
import { memoryInstitutions } from '../support/memory/memory-institutions.js';
import { memoryKeyRecords } from '../support/memory/memory-key-records.js';
import { memoryKeys } from '../support/memory/memory-keys.js';

const times = { firstMs: 1_000, tickMs: 10_000 };
const scheduled: KeySchedule = { years: 3, renewal: 'scheduled' };
const made = new Date('2026-09-01T08:00:00Z');

/** Two institutions whose keys become old in ten seconds. */
async function world(keySchedule: KeySchedule = scheduled) {
  const time = heldTime(new Date('2029-09-01T07:59:50Z'));
  const records = memoryKeyRecords();
  for (const id of ['one', 'two']) await memoryKeys(records, () => made).ensure(id);
  const troubles: [sentence: string, facts: Record<string, unknown>][] = [];
  const renewed: string[] = [];
  return {
    keys: memoryKeys(records, time.clock),
    institutions: memoryInstitutions(anInstitution({ id: 'one' }), anInstitution({ id: 'two' })),
    keySchedule,
    records,
    time,
    clock: time.clock,
    timers: time.timers,
    chance: () => 0.5,
    troubles,
    onTrouble: (...told: (typeof troubles)[number]) => void troubles.push(told),
    renewed,
    onRenewed: (institution: string) => void renewed.push(institution),
  };
}

describe('the worker that renews keys on schedule', () => {
  it('keys of two institutions, when they become old, then the next look renews them once and tells each institution', async () => {
    const deps = await world();
    const worker = startKeyRenewalWorker(deps, times);
    await deps.time.pass(1_000);
    expect(deps.records.all).to.have.length(4);
    await deps.time.pass(20_000);
    expect(deps.renewed).to.deep.equal(['one', 'two']);
    await deps.time.pass(60_000);
    expect(deps.renewed).to.have.length(2);
    expect(deps.records.all).to.have.length(8);
    expect(deps.records.all.filter(({ retiredBySchedule }) => retiredBySchedule)).to.have.length(4);
    await worker?.stop();
    expect(deps.time.pending()).to.equal(0);
    expect(deps.troubles).to.deep.equal([]);
  });

  it('an administrator who wants to be asked, or for whom no key is ever old, when years pass, then nothing looks', async () => {
    for (const schedule of [{ ...scheduled, renewal: 'asked' } as const, { ...scheduled, years: 0 }]) {
      const deps = await world(schedule);
      expect(startKeyRenewalWorker(deps, times)).to.equal(undefined);
      await deps.time.pass(60_000);
      expect(deps.records.all).to.have.length(4);
    }
  });

  it('a database that is away, when it is back, then it was told at each look, and the next one renews', async () => {
    const deps = await world();
    let isAway = true;
    const all = deps.institutions.all.bind(deps.institutions);
    deps.institutions.all = () => (isAway ? Promise.reject(new Problem('storage-unavailable')) : all());
    const worker = startKeyRenewalWorker(deps, times);
    await deps.time.pass(20_000);
    expect(deps.troubles.map(([sentence, { code }]) => [sentence, code])).to.deep.equal(
      Array(2).fill(['signing keys that are due cannot be looked for', 'storage-unavailable']),
    );
    isAway = false;
    await deps.time.pass(10_000);
    expect(deps.renewed).to.deep.equal(['one', 'two']);
    await worker?.stop();
  });

  it('one institution whose keys cannot be made, when it is looked at, then the other gets its keys, and it is tried again', async () => {
    const deps = await world();
    let isBroken = true;
    const add = deps.records.add.bind(deps.records);
    deps.records.add = (record) =>
      isBroken && record.institutionId === 'one' ? Promise.reject(new Error('broken')) : add(record);
    const worker = startKeyRenewalWorker(deps, times);
    await deps.time.pass(20_000);
    expect(deps.renewed).to.deep.equal(['two']);
    const [[sentence, facts] = []] = deps.troubles;
    expect(sentence).to.equal('signing keys that are due cannot be renewed');
    expect(facts).to.include({ institution: 'one', error: 'Error' });
    isBroken = false;
    await deps.time.pass(10_000);
    expect(deps.renewed).to.deep.equal(['two', 'one']);
    const inUse = deps.records.all.filter(
      ({ retiredAt, institutionId }) => !retiredAt && institutionId === 'one',
    );
    expect(inUse.map(({ kind }) => kind)).to.have.members(['Ed25519', 'RSA']);
    await worker?.stop();
  });

  it('a process that is stopped, when keys become old, then it renews none', async () => {
    const deps = await world();
    const worker = startKeyRenewalWorker(deps, times);
    await deps.time.pass(1_000);
    await worker?.stop();
    await deps.time.pass(60_000);
    expect(deps.records.all).to.have.length(4);
  });
});
