import { expect } from 'chai';
import { stateOfKeys, type KeySchedule } from '../../../src/domain/institutions/key-schedule.js';

const aKey = (createdAt: string, overrides: { id?: string; retiredAt?: Date } = {}) => ({
  id: 'key-1',
  institutionId: 'institution-1',
  kind: 'RSA' as const,
  jwk: {},
  createdAt: new Date(createdAt),
  ...overrides,
});
const now = new Date('2026-11-20T08:00:00Z');
const scheduled: KeySchedule = { years: 3, renewal: 'scheduled' };
const asked: KeySchedule = { years: 3, renewal: 'asked' };

describe('the age of signing keys', () => {
  const kindAt = (createdAt: string, schedule: KeySchedule): string =>
    stateOfKeys([aKey(createdAt)], now, schedule).kind;

  it('keys that renew by themselves, when years pass, then are announced for 30 days and due after that', () => {
    expect(kindAt('2023-12-20T08:00:00.001Z', scheduled)).to.equal('young');
    expect(kindAt('2023-12-20T08:00:00Z', scheduled)).to.equal('announced');
    expect(kindAt('2023-11-20T08:00:00Z', scheduled)).to.equal('announced');
    expect(kindAt('2023-11-20T07:59:59Z', scheduled)).to.equal('due');
  });

  it('keys that the administrator renews, when years pass, then are old and never announced or due', () => {
    expect(kindAt('2023-11-20T08:00:00Z', asked)).to.equal('young');
    expect(kindAt('2023-11-20T07:59:59Z', asked)).to.equal('old');
    expect(kindAt('2013-11-20T08:00:00Z', asked)).to.equal('old');
  });

  it('keys, when no key ever becomes old, or all are retired, or there are none, then are young', () => {
    for (const renewal of ['scheduled', 'asked'] as const) {
      expect(kindAt('2013-11-20T08:00:00Z', { years: 0, renewal })).to.equal('young');
      const retired = [aKey('2013-11-20T08:00:00Z', { retiredAt: now })];
      expect(stateOfKeys(retired, now, { years: 3, renewal }).kind).to.equal('young');
      expect(stateOfKeys([], now, { years: 3, renewal }).kind).to.equal('young');
    }
  });

  it('two keys, when they were made one after the other, then are renewed together, on the day of the first', () => {
    const keys = [
      aKey('2023-11-20T07:00:05Z', { id: 'second' }),
      aKey('2023-11-20T07:00:00Z', { id: 'first' }),
    ];
    const on = new Date('2026-11-20T07:00:00Z');
    expect(stateOfKeys(keys, new Date('2026-11-20T07:00:01Z'), scheduled)).to.deep.equal({
      kind: 'due',
      on,
      keyIds: ['second', 'first'],
    });
    expect(stateOfKeys(keys, on, scheduled)).to.deep.include({ kind: 'announced', on });
  });

  it('two keys, when one is younger because the one before it was compromised, then each has its own day', () => {
    const keys = [
      aKey('2025-03-01T00:00:00Z', { id: 'younger' }),
      aKey('2023-11-01T00:00:00Z', { id: 'older' }),
    ];
    expect(stateOfKeys(keys, now, scheduled)).to.deep.include({ kind: 'due', keyIds: ['older'] });
  });
});
