import { expect } from 'chai';
import type { KeyRecord } from '../../../src/domain/institutions/key-records.js';
import { randomId } from '../../../src/shared/ids.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { atOnce, type Replicas } from './replicas.js';

export function keyRecordsContract(replicas: () => Replicas): void {
  describe('KeyRecords', () => {
    const aKey = (overrides: Partial<KeyRecord> = {}): KeyRecord => ({
      id: randomId(),
      institutionId: randomId(),
      kind: 'Ed25519',
      jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AA' },
      multibase: 'z6Mk',
      createdAt: new Date('2026-11-20T09:00:00Z'),
      sealedPrivateKey: '{}',
      ...overrides,
    });

    it('a key, added, is found by id and among those of its institution', async () => {
      const key = aKey();
      await replicas().one.keyRecords.add(key);
      expect(await replicas().two.keyRecords.byId(key.id)).to.deep.equal(key);
      expect(await replicas().two.keyRecords.ofInstitution(key.institutionId)).to.deep.equal([key]);
      expect(await replicas().one.keyRecords.byId('nobody')).to.equal(undefined);
    });

    it('keys of an institution, asked for, come newest first, retired ones too', async () => {
      const institutionId = randomId();
      const retiredAt = new Date('2026-11-21T09:00:00Z');
      const old = aKey({ institutionId, retiredAt });
      const older = aKey({ institutionId, retiredAt, createdAt: new Date('2025-01-01T00:00:00Z') });
      const inUse = aKey({ institutionId, createdAt: retiredAt });
      for (const key of [old, older, inUse]) await replicas().one.keyRecords.add(key);
      expect(await replicas().one.keyRecords.ofInstitution(institutionId)).to.deep.equal([inUse, old, older]);
    });

    it('a second key of a kind, added while one is in use, is refused; one of the other kind is not', async () => {
      const key = aKey();
      await replicas().one.keyRecords.add(key);
      const { institutionId } = key;
      const problem = await thrownProblem(() => replicas().two.keyRecords.add(aKey({ institutionId })));
      expect(problem.code).to.equal('duplicate');
      await replicas().two.keyRecords.add(aKey({ institutionId, kind: 'RSA', multibase: undefined }));
      expect(await replicas().one.keyRecords.ofInstitution(institutionId)).to.have.length(2);
    });

    it('a key, retired by twenty at once, is retired once, and makes room for the next of its kind', async () => {
      const key = aKey();
      await replicas().one.keyRecords.add(key);
      const at = new Date('2026-11-22T09:00:00Z');
      const retired = await atOnce(replicas(), 20, ({ keyRecords }) => keyRecords.retire(key.id, at));
      expect(retired.filter(Boolean)).to.have.length(1);
      expect(await replicas().two.keyRecords.byId(key.id)).to.deep.equal({ ...key, retiredAt: at });
      const next = aKey({ institutionId: key.institutionId, createdAt: at });
      await replicas().two.keyRecords.add(next);
      expect(await replicas().one.keyRecords.ofInstitution(key.institutionId)).to.deep.equal([
        next,
        { ...key, retiredAt: at },
      ]);
      expect(await replicas().one.keyRecords.retire('nobody', at)).to.equal(false);
    });

    it('a key, retired by schedule, says so; retired again by somebody, keeps what was said first', async () => {
      const key = aKey();
      await replicas().one.keyRecords.add(key);
      const at = new Date('2026-11-22T09:00:00Z');
      expect(await replicas().one.keyRecords.retire(key.id, at, true)).to.equal(true);
      expect(await replicas().two.keyRecords.retire(key.id, new Date('2026-11-23T09:00:00Z'))).to.equal(
        false,
      );
      const after = { ...key, retiredAt: at, retiredBySchedule: true };
      expect(await replicas().two.keyRecords.byId(key.id)).to.deep.equal(after);
      expect(await replicas().one.keyRecords.ofInstitution(key.institutionId)).to.deep.equal([after]);
    });

    it('a key, declared compromised by twenty at once, is out of use for good with what was said first', async () => {
      const key = aKey();
      await replicas().one.keyRecords.add(key);
      const compromise = (n: number) => ({
        declaredAt: new Date('2026-11-22T09:00:00Z'),
        since: new Date(`2026-11-${String(n + 1).padStart(2, '0')}T00:00:00Z`),
      });
      const declared = await atOnce(replicas(), 20, ({ keyRecords }, n) =>
        keyRecords.compromise(key.id, compromise(n)),
      );
      expect(declared.filter(Boolean)).to.have.length(1);
      const first = compromise(declared.indexOf(true));
      const after = { ...key, retiredAt: first.declaredAt, compromise: first };
      expect(await replicas().two.keyRecords.byId(key.id)).to.deep.equal(after);
      expect(await replicas().one.keyRecords.compromised()).to.deep.include(after);
      await replicas().one.keyRecords.add(aKey({ institutionId: key.institutionId }));
      expect(await replicas().one.keyRecords.compromise('nobody', first)).to.equal(false);
    });

    it('a retired key, declared compromised, keeps the day of its retirement', async () => {
      const key = aKey({ retiredAt: new Date('2026-11-21T09:00:00Z') });
      await replicas().one.keyRecords.add(key);
      const compromise = { declaredAt: new Date('2026-11-22T09:00:00Z'), since: key.createdAt };
      expect(await replicas().one.keyRecords.compromise(key.id, compromise)).to.equal(true);
      expect(await replicas().two.keyRecords.byId(key.id)).to.deep.equal({ ...key, compromise });
    });

    it('a secret, kept by twenty at once, is the first one for everybody and for ever', async () => {
      const name = randomId();
      expect(await replicas().one.keyRecords.secret(name)).to.equal(undefined);
      const kept = await atOnce(replicas(), 20, ({ keyRecords }, n) =>
        keyRecords.keepSecret(name, `sealed ${n}`),
      );
      expect(new Set(kept).size).to.equal(1);
      expect(await replicas().two.keyRecords.secret(name)).to.equal(kept[0]);
      expect(await replicas().one.keyRecords.keepSecret(name, 'late')).to.equal(kept[0]);
    });
  });
}
