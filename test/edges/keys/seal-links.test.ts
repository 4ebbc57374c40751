import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { createEnvelope } from '../../../src/edges/keys/envelope.js';
import { createSealLinks } from '../../../src/edges/keys/seal-links.js';
import { aSealLink } from '../../support/builders/a-seal-link.js';
import { memorySealRecords } from '../../support/memory/memory-seals.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { without } from '../storage/without.js';

describe('linked seals', () => {
  const records = memorySealRecords();
  const envelope = createEnvelope({ currentId: '1', keys: new Map([['1', randomBytes(32)]]) });
  const links = createSealLinks({ records, envelope });
  const link = aSealLink();
  const { address, clientId, credentialId } = link;
  const access = { address, clientId, credentialId, clientSecret: 's3cret', pin: '4711' };

  it('a link, when it is kept, then opens with its secrets, which lie there encrypted and stand in no answer', async () => {
    await links.keep(link, access);
    expect(await links.open('institution-1')).to.deep.equal(access);
    expect(await links.of('institution-1')).to.deep.equal(link);
    expect(JSON.stringify(await records.of('institution-1'))).not.to.match(/s3cret|4711/);
  });

  it('the secrets, when their record is led to another address or institution, then do not open', async () => {
    const record = await records.of('institution-1');
    if (!record) throw new Error('it was kept');
    for (const change of [{ address: 'https://thief.example/csc/v2' }, { id: 'institution-2' }]) {
      await records.put({ ...record, ...change });
      const opened = () => links.open(change.id ?? 'institution-1');
      expect((await thrownProblem(opened)).code).to.equal('key-unreadable');
    }
  });

  it('a link, when it was tried again, then has its secrets and no trouble; when another has taken its place, then nothing changes', async () => {
    const stopped = { reason: 'refused', since: new Date(0) } as const;
    await links.keep({ ...link, stopped }, access);
    const renewed = { ...link, linkedAt: new Date(link.linkedAt.getTime() + 1), hasTimeStamps: false };
    expect(await links.renew(link.linkedAt, renewed)).to.equal(true);
    expect(await links.of('institution-1')).to.deep.include({ ...renewed, stopped: undefined });
    expect(await links.open('institution-1')).to.deep.equal(access);
    expect(await links.renew(link.linkedAt, link)).to.equal(false);
    expect(await links.of('institution-1')).to.deep.include(renewed);
  });

  it('a link without a PIN, when it is forgotten, then there is none', async () => {
    const withoutPin = without(access, 'pin');
    await links.keep(link, withoutPin);
    expect(await links.open('institution-1')).to.deep.equal(withoutPin);
    await links.forget('institution-1');
    expect([await links.of('institution-1'), await links.open('institution-1')]).to.deep.equal([
      undefined,
      undefined,
    ]);
  });
});
