import { expect } from 'chai';
import { rsaSigner } from '../../../src/domain/awards/institution-signers.js';
import type { KeyRecords } from '../../../src/domain/institutions/key-records.js';
import { tickingClock } from '../../support/builders/ticking-clock.js';
import { memoryKeyRecords } from '../../support/memory/memory-key-records.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';

const institutionId = 'institution-1';

describe('the signer that names an RSA key by address', () => {
  function world() {
    const records = memoryKeyRecords();
    let asked = 0;
    const counted: KeyRecords = {
      ...records,
      ofInstitution: (id) => {
        asked += 1;
        return records.ofInstitution(id);
      },
    };
    const keys = memoryKeys(counted, tickingClock(new Date('2026-09-01T08:00:00Z')));
    const signer = () => rsaSigner({ keys, base: 'https://acquis.example' }, institutionId);
    const idInUse = async (): Promise<string> => (await keys.current(institutionId, 'RSA')).id;
    const askedBy = async (deed: () => Promise<unknown>): Promise<number> => {
      const before = asked;
      await deed();
      return asked - before;
    };
    return { records, keys, signer, idInUse, askedBy };
  }

  it('when the key is there, then the keys are asked for once', async () => {
    const { keys, signer, askedBy } = world();
    await keys.ensure(institutionId);
    expect(await askedBy(signer)).to.equal(1);
  });

  it('when there is no key yet, then one is made, and the plain profile is its own', async () => {
    const { signer, idInUse } = world();
    const { creator, ofKey } = await signer();
    expect(creator).to.contain(await idInUse());
    expect(ofKey).to.equal(undefined);
  });

  it('when the key follows another one, then it has a profile of its own', async () => {
    const { keys, signer, idInUse } = world();
    await keys.ensure(institutionId);
    await keys.renew(institutionId, [await idInUse()]);
    expect((await signer()).ofKey).to.equal(await idInUse());
  });

  it('when a renewal ended before the new key was made, then it is made, and has a profile of its own', async () => {
    const { records, keys, signer, idInUse } = world();
    await keys.ensure(institutionId);
    await records.retire(await idInUse(), new Date('2026-09-02T08:00:00Z'));
    expect((await signer()).ofKey).to.equal(await idInUse());
  });
});
