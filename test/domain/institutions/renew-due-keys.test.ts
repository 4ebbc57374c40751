import { expect } from 'chai';
import { keyDocuments } from '../../../src/domain/institutions/key-documents.js';
import { renewDueKeys } from '../../../src/domain/institutions/renew-due-keys.js';
import type { KeySchedule } from '../../../src/domain/institutions/key-schedule.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { statusListDocument } from '../../../src/domain/awards/status-list-document.js';
import { Problem } from '../../../src/shared/problem.js';
import { memoryKeyRecords } from '../../support/memory/memory-key-records.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { aClaimedAward, awardId, claimedAt, institutionId } from '../verification/claimed-award.js';

const keySchedule: KeySchedule = { years: 3, renewal: 'scheduled' };
const afterYears = new Date('2029-11-21T00:00:00Z');

/** A learner claimed when the keys were made; now is three years later. */
async function world(now = afterYears) {
  const records = memoryKeyRecords();
  const time = { now: claimedAt };
  const keys = memoryKeys(records, () => time.now);
  const claimed = await aClaimedAward(undefined, keys);
  const old = records.all.map(({ id }) => id);
  time.now = now;
  claimed.time.now = now;
  return { ...claimed, records, keys, old, deps: { ...claimed.deps, keySchedule } };
}

describe('renewing keys that are due', () => {
  it('old keys, when they are due, then are retired by schedule, and new ones of each kind sign', async () => {
    const { deps, old, keys } = await world();
    expect(await renewDueKeys(deps, institutionId)).to.equal(true);
    const all = await keys.all(institutionId);
    expect(all).to.have.length(4);
    for (const key of all)
      if (old.includes(key.id))
        expect(key).to.deep.include({ retiredAt: afterYears, retiredBySchedule: true });
      else expect(key).not.to.have.any.keys('retiredAt', 'retiredBySchedule');
    for (const kind of ['Ed25519', 'RSA'] as const)
      expect(old).not.to.include((await keys.current(institutionId, kind)).id);
  });

  it('an award of before, when keys were renewed, then verifies, and DID document, key set and history have all four', async () => {
    const { deps, documents } = await world();
    await renewDueKeys(deps, institutionId);
    for (const text of [documents.openBadge3, documents.openBadge3Jwt, documents.openBadge2Signed ?? ''])
      expect((await verifyCredential(deps, { text })).outcome).to.equal('valid');
    const published = keyDocuments(deps);
    const members = async (document: Promise<string | undefined>, name: string): Promise<unknown> =>
      (JSON.parse((await document) ?? '{}') as Record<string, unknown>)[name];
    expect(await members(published.did(institutionId), 'verificationMethod')).to.have.length(4);
    expect(await members(published.keySet(institutionId), 'keys')).to.have.length(4);
    expect(await members(published.history(institutionId), 'verificationMethod')).to.have.length(4);
  });

  it('a status list, when keys were renewed, then is signed with the new one for its next reader', async () => {
    const { deps, keys } = await world();
    const award = await deps.awards.byId(awardId);
    const listId = award?.statusPlace?.listId ?? '';
    const before = await statusListDocument(deps, listId);
    await renewDueKeys(deps, institutionId);
    const { multibase = '-' } = await keys.current(institutionId, 'Ed25519');
    expect(JSON.stringify(before)).not.to.contain(multibase);
    expect(JSON.stringify(await statusListDocument(deps, listId))).to.contain(multibase);
  });

  it('keys, when they were renewed already, or are announced, young or renewed by people, then stay', async () => {
    const { deps, records } = await world();
    await renewDueKeys(deps, institutionId);
    expect(await renewDueKeys(deps, institutionId)).to.equal(false);
    expect(records.all).to.have.length(4);
    const announced = await world(new Date('2029-11-10T00:00:00Z'));
    expect(await renewDueKeys(announced.deps, institutionId)).to.equal(false);
    const asked = await world();
    const byPeople = { ...asked.deps, keySchedule: { years: 3, renewal: 'asked' } as const };
    expect(await renewDueKeys(byPeople, institutionId)).to.equal(false);
    for (const { records: kept } of [announced, asked]) expect(kept.all).to.have.length(2);
  });

  it('an institution that never signed, when it is looked at, then gets no keys for that', async () => {
    const { deps } = await world();
    const keys = memoryKeys();
    expect(await renewDueKeys({ ...deps, keys }, institutionId)).to.equal(false);
    expect(await keys.all(institutionId)).to.deep.equal([]);
  });

  it('keys that were declared compromised, when they would be due, then stay what they are, and their successors are not due', async () => {
    const { deps, keys, old } = await world();
    await keys.declareCompromised(institutionId, old, claimedAt);
    const before = await keys.all(institutionId);
    expect(await renewDueKeys(deps, institutionId)).to.equal(false);
    expect(await keys.all(institutionId)).to.deep.equal(before);
  });

  it('a database that goes away between the old key and the new one, when it is back, then what is missing is made', async () => {
    const { deps, records, keys } = await world();
    const add = records.add.bind(records);
    records.add = () => Promise.reject(new Problem('storage-unavailable'));
    const problem = await thrownProblem(() => renewDueKeys(deps, institutionId));
    expect(problem.code).to.equal('storage-unavailable');
    expect((await keys.all(institutionId)).filter(({ retiredAt }) => !retiredAt)).to.deep.equal([]);
    records.add = add;
    expect(await renewDueKeys(deps, institutionId)).to.equal(true);
    const inUse = (await keys.all(institutionId)).filter(({ retiredAt }) => !retiredAt);
    expect(inUse.map(({ kind }) => kind)).to.have.members(['Ed25519', 'RSA']);
  });
});
