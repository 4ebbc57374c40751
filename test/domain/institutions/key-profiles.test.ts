/** Which profile of Open Badges 2.0 lists which key, along the lives of keys. */
import { expect } from 'chai';
import { hasOwnProfile, keyProfile } from '../../../src/domain/institutions/key-profiles.js';
import type { PublicSigningKey } from '../../../src/domain/institutions/signing-keys.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

/** @param compromised the day of the declaration */
function aKey(id: string, made: number, compromised?: number): PublicSigningKey {
  return {
    id,
    institutionId: 'institution-1',
    kind: 'RSA',
    jwk: { kty: 'RSA' },
    createdAt: day(made),
    ...(compromised !== undefined && { compromise: { declaredAt: day(compromised), since: day(1) } }),
  };
}
const anEd25519Key = (made: number): PublicSigningKey => ({ ...aKey(`ed-${made}`, made), kind: 'Ed25519' });

describe('the Open Badges 2.0 profiles of keys', () => {
  it('when there is one RSA key, then the plain profile lists it, and it has no other', () => {
    const all = [anEd25519Key(2), aKey('a', 1), anEd25519Key(1)];
    expect(keyProfile(all)).to.deep.equal({ listed: 'a', others: [] });
    for (const ofKey of ['a', 'ed-2', 'unknown']) expect(keyProfile(all, ofKey)).to.equal(undefined);
  });

  it('when there is no key yet, then the plain profile lists none', () => {
    expect(keyProfile([])).to.deep.equal({ listed: undefined, others: [] });
  });

  it('when keys were renewed, then the plain profile stays the first one’s, and each later one has its own', () => {
    const all = [aKey('c', 3), aKey('b', 2), aKey('a', 1)];
    expect(keyProfile(all)).to.deep.equal({ listed: 'a', others: ['c', 'b'] });
    expect(keyProfile(all, 'b')).to.deep.equal({ ofKey: 'b', listed: 'b', others: [] });
    expect(keyProfile(all, 'a')).to.equal(undefined);
    expect(all.map((key) => hasOwnProfile(all, key))).to.deep.equal([true, true, false]);
  });

  it('when the first key is compromised later, then the others keep their own, and the plain profile lists the oldest of them', () => {
    const all = [aKey('c', 3), aKey('b', 2), aKey('a', 1, 4)];
    expect(keyProfile(all)).to.deep.equal({ listed: 'b', others: ['c', 'b'] });
    expect(all.map((key) => hasOwnProfile(all, key))).to.deep.equal([true, true, false]);
  });

  it('when a key with its own profile is compromised, then that profile stays, lists none, and is named no more', () => {
    const all = [aKey('c', 3), aKey('b', 2, 3), aKey('a', 1)];
    expect(keyProfile(all, 'b')).to.deep.equal({ ofKey: 'b', listed: undefined, others: [] });
    expect(keyProfile(all)).to.deep.equal({ listed: 'a', others: ['c'] });
  });

  it('when all keys of before were compromised when one was made, then the plain profile is that one’s', () => {
    const all = [aKey('d', 6), aKey('c', 5), aKey('b', 2, 4), aKey('a', 1, 4)];
    expect(all.map((key) => hasOwnProfile(all, key))).to.deep.equal([true, false, true, false]);
    expect(keyProfile(all)).to.deep.equal({ listed: 'c', others: ['d'] });
    expect(keyProfile(all, 'd')).to.deep.equal({ ofKey: 'd', listed: 'd', others: [] });
  });

  it('when it cannot be told which came first, the declaration or the key, then the key has its own', () => {
    const all = [aKey('b', 2), aKey('a', 1, 2)];
    expect(hasOwnProfile(all, aKey('b', 2))).to.equal(true);
  });
});
