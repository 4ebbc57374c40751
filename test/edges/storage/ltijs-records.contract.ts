import { expect } from 'chai';
import type { LtijsRecord } from '../../../src/domain/platforms/ltijs-records.js';
import { randomId } from '../../../src/shared/ids.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { atOnce, type Replicas } from './replicas.js';
import { without } from './without.js';

export function ltijsRecordsContract(replicas: () => Replicas): void {
  describe('LtijsRecords', () => {
    const createdAt = new Date('2026-11-20T09:00:00Z');
    const aToken = (fields: Record<string, string> = {}, content = 'sealed'): LtijsRecord => ({
      fields: { platformUrl: 'https://moodle.example.org', clientId: randomId(), scopes: 'a b', ...fields },
      content,
      createdAt,
      expiresAt: new Date(Date.now() + 3_600_000),
    });

    it('a record, inserted, is got by any of its fields from its own collection alone', async () => {
      const clientId = randomId();
      const record = aToken({ clientId });
      await replicas().one.ltijsRecords.insert('accesstoken', record);
      const { ltijsRecords } = replicas().two;
      expect(await ltijsRecords.get('accesstoken', { clientId })).to.deep.equal([record]);
      expect(await ltijsRecords.get('accesstoken', { clientId, scopes: 'a b' })).to.deep.equal([record]);
      expect(await ltijsRecords.get('accesstoken', { clientId, scopes: 'a' })).to.deep.equal([]);
      expect(await ltijsRecords.get('privatekey', { clientId })).to.deep.equal([]);
      expect(await ltijsRecords.get('accesstoken', {})).to.deep.include(record);
    });

    it('a record, inserted by twenty at once, is inserted once and refused as duplicate otherwise', async () => {
      const kid = randomId();
      const record = { fields: { kid }, content: 'sealed', createdAt };
      const outcomes = await atOnce(replicas(), 20, async ({ ltijsRecords }) => {
        try {
          await ltijsRecords.insert('privatekey', record);
          return 'added';
        } catch (error) {
          return (error as { code: string }).code;
        }
      });
      expect(outcomes.filter((outcome) => outcome === 'added')).to.have.length(1);
      expect(outcomes.filter((outcome) => outcome === 'duplicate')).to.have.length(19);
      expect(await replicas().one.ltijsRecords.get('privatekey', { kid })).to.deep.equal([record]);
    });

    it('a record, replaced by twenty at once, is there once, as one of them gave it', async () => {
      const clientId = randomId();
      await atOnce(replicas(), 20, ({ ltijsRecords }, n) =>
        ltijsRecords.replace('accesstoken', aToken({ clientId }, `content ${n}`)),
      );
      const found = await replicas().one.ltijsRecords.get('accesstoken', { clientId });
      expect(found).to.have.length(1);
      expect(found[0]?.content).to.match(/^content \d+$/);
      const lasting = without(aToken({ clientId }, 'last'), 'expiresAt');
      await replicas().one.ltijsRecords.replace('accesstoken', lasting);
      expect(await replicas().two.ltijsRecords.get('accesstoken', { clientId })).to.deep.equal([lasting]);
    });

    it('records, deleted by a field, are gone, told in number, and the others stay', async () => {
      const clientId = randomId();
      const { ltijsRecords } = replicas().one;
      for (const scopes of ['a', 'b']) await ltijsRecords.insert('accesstoken', aToken({ clientId, scopes }));
      const other = aToken();
      await ltijsRecords.insert('accesstoken', other);
      expect(await ltijsRecords.delete('accesstoken', { clientId })).to.equal(2);
      expect(await ltijsRecords.get('accesstoken', { clientId })).to.deep.equal([]);
      expect(await ltijsRecords.get('accesstoken', other.fields)).to.have.length(1);
    });

    it('a query with an operator as value or as name, or a record without its identity, is refused', async () => {
      const { ltijsRecords } = replicas().one;
      const lacking = { fields: { clientId: 'x' }, content: '', createdAt };
      for (const deed of [
        () => ltijsRecords.get('accesstoken', { clientId: { $ne: '' } as never }),
        () => ltijsRecords.get('accesstoken', { $where: '1' }),
        () => ltijsRecords.delete('accesstoken', { 'clientId.$ne': '' }),
        () => ltijsRecords.insert('accesstoken', lacking),
        () => ltijsRecords.replace('accesstoken', lacking),
      ]) {
        expect((await thrownProblem(deed)).code).to.equal('request-invalid');
      }
    });
  });
}
