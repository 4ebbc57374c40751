import { expect } from 'chai';
import { randomId } from '../../../src/shared/ids.js';
import { aSealLink } from '../../support/builders/a-seal-link.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import type { Replicas } from './replicas.js';
import { without } from './without.js';

export function sealStoresContract(replicas: () => Replicas): void {
  describe('SealRecords', () => {
    const stopped = { reason: 'refused', since: new Date('2026-11-21T09:00:00Z') } as const;

    it('a link, put, is found in another replica; put again, nothing of the one before stays; removed, gone', async () => {
      const { one, two } = replicas();
      const record = {
        ...aSealLink({ id: randomId(), stopped, pausedUntil: new Date(9) }),
        secrets: '{"v":1}',
      };
      expect(await two.sealRecords.of(record.id)).to.equal(undefined);
      await one.sealRecords.put(record);
      expect(await two.sealRecords.of(record.id)).to.deep.equal(record);
      const next = without(record, 'stopped', 'relation', 'pausedUntil');
      await two.sealRecords.put({ ...next, secrets: '{"v":2}' });
      expect(await one.sealRecords.of(record.id)).to.deep.equal({ ...next, secrets: '{"v":2}' });
      await one.sealRecords.remove(record.id);
      expect(await two.sealRecords.of(record.id)).to.equal(undefined);
    });

    it('what is said of a link, when another has taken its place, then changes nothing', async () => {
      const { one, two } = replicas();
      const record = { ...aSealLink({ id: randomId() }), secrets: '{"v":1}' };
      await one.sealRecords.put(record);
      expect(await two.sealRecords.change(record.id, record.linkedAt, { stopped })).to.equal(true);
      expect(await one.sealRecords.of(record.id)).to.deep.equal({ ...record, stopped });
      expect(await two.sealRecords.change(record.id, record.linkedAt, { stopped: undefined })).to.equal(true);
      expect(await two.sealRecords.change(record.id, new Date(0), { relation: 'mandate' })).to.equal(false);
      expect(await one.sealRecords.of(record.id)).to.deep.equal(record);
    });
  });

  describe('SealedFiles', () => {
    it('a file, when two replicas add one for the same award, then the first stays', async () => {
      const { one, two } = replicas();
      const file = { id: randomId(), json: '{"payload":"é"}', sealedAt: new Date('2026-11-21T09:00:00Z') };
      expect([await two.sealedFiles.of(file.id), await two.sealedFiles.has(file.id)]).to.deep.equal([
        undefined,
        false,
      ]);
      await one.sealedFiles.add(file);
      const second = await thrownProblem(() => two.sealedFiles.add({ ...file, json: '{}' }));
      expect(second.code).to.equal('duplicate');
      expect(await two.sealedFiles.of(file.id)).to.deep.equal(file);
      expect(await two.sealedFiles.has(file.id)).to.equal(true);
    });
  });
}
