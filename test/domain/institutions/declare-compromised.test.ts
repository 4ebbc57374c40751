import { expect } from 'chai';
import { declareCompromised } from '../../../src/domain/institutions/declare-compromised.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { memoryAdministrators, plainHasher } from '../../support/memory/memory-administrators.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryKeyRecords } from '../../support/memory/memory-key-records.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const password = 'correct horse battery';
const institutionId = 'institution-1';

// RSA keys take a moment to make
const made = memoryKeyRecords();

async function world() {
  if (made.all.length === 0) await memoryKeys(made).ensure(institutionId);
  const records = memoryKeyRecords();
  for (const record of made.all) await records.add(record);
  const keys = memoryKeys(records);
  const administrators = memoryAdministrators();
  await administrators.setFirstPassword(await plainHasher.hash(password));
  const deps = {
    keys,
    administrators,
    hasher: plainHasher,
    institutions: memoryInstitutions(anInstitution({ id: institutionId })),
    sessionKey: new Uint8Array(32).fill(7),
    clock: () => new Date('2026-11-20T08:00:00Z'),
  };
  const keyIds = (await keys.published(institutionId)).map(({ id }) => id);
  const input = { institutionId, keyIds, since: '2026-11-01', password, source: 'a' };
  return { deps, keys, input };
}

describe('declaring keys compromised', function () {
  this.timeout(60_000);

  it('when it is confirmed, then they are published no more, both dates are kept, and new ones are in use', async () => {
    const { deps, keys, input } = await world();
    await declareCompromised(deps, input);
    const published = await keys.published(institutionId);
    expect(published.map(({ kind }) => kind)).to.have.members(['Ed25519', 'RSA']);
    const old = (await keys.all(institutionId)).filter(({ id }) => input.keyIds.includes(id));
    expect(published.map(({ id }) => id)).not.to.include.members(input.keyIds);
    for (const { compromise, retiredAt } of old) {
      expect(compromise?.since).to.deep.equal(new Date('2026-11-01T00:00:00Z'));
      expect(compromise?.declaredAt).to.deep.equal(retiredAt);
    }
    expect((await keys.compromised()).map(({ id }) => id)).to.have.members(input.keyIds);
  });

  it('when it is declared again with another day, then what was said first stays and no more keys are made', async () => {
    const { deps, keys, input } = await world();
    await declareCompromised(deps, input);
    await declareCompromised(deps, { ...input, since: '2026-10-01' });
    const all = await keys.all(institutionId);
    expect(all).to.have.length(4);
    expect(all.flatMap(({ compromise }) => compromise?.since.toISOString() ?? [])).to.deep.equal(
      Array(2).fill('2026-11-01T00:00:00.000Z'),
    );
  });

  it('when one is declared that was retired long ago, then the keys in use stay', async () => {
    const { deps, keys, input } = await world();
    await keys.renew(institutionId, input.keyIds);
    const inUse = (await keys.published(institutionId)).filter(({ retiredAt }) => !retiredAt);
    await declareCompromised(deps, { ...input, keyIds: input.keyIds.slice(0, 1) });
    const after = (await keys.published(institutionId)).filter(({ retiredAt }) => !retiredAt);
    expect(after).to.deep.equal(inUse);
    expect(await keys.all(institutionId)).to.have.length(4);
  });

  const faulty: [string, object, object][] = [
    ['no key is chosen', { keyIds: [] }, { keys: 'required' }],
    ['a key is of nobody', { keyIds: ['nobody'] }, { keys: 'unknown-choice' }],
    ['no day is given', { since: '' }, { since: 'required' }],
    ['the day does not exist', { since: '2026-02-31' }, { since: 'invalid' }],
    ['the day is none', { since: 'yesterday' }, { since: 'invalid' }],
    ['the day is to come', { since: '2026-11-21' }, { since: 'out-of-range' }],
    ['no password is given', { password: '' }, { password: 'required' }],
    ['the password is wrong', { password: 'wrong' }, { password: 'invalid' }],
  ];
  for (const [what, changes, fields] of faulty)
    it(`when ${what}, then the field is told and the keys stay`, async () => {
      const { deps, keys, input } = await world();
      const problem = await thrownProblem(() => declareCompromised(deps, { ...input, ...changes }));
      expect([problem.code, problem.facts['fields']]).to.deep.equal(['request-invalid', fields]);
      expect(await keys.compromised()).to.deep.equal([]);
      expect((await keys.published(institutionId)).map(({ id }) => id)).to.have.members(input.keyIds);
    });

  it('when passwords are guessed eleven times, then the right one does not help for a while', async () => {
    const { deps, keys, input } = await world();
    for (let guess = 0; guess < 10; guess += 1)
      await thrownProblem(() => declareCompromised(deps, { ...input, password: `guess ${guess}` }));
    const problem = await thrownProblem(() => declareCompromised(deps, input));
    expect(problem.code).to.equal('too-many-attempts');
    expect(await keys.compromised()).to.deep.equal([]);
  });

  it('when the institution is not there, then it is not found', async () => {
    const { deps, input } = await world();
    const problem = await thrownProblem(() =>
      declareCompromised(deps, { ...input, institutionId: 'nobody' }),
    );
    expect(problem.code).to.equal('not-found');
  });
});
