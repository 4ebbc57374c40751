/** https://www.imsglobal.org/spec/ob/v3p0/#identityhash */
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { identityHash } from '../../../src/documents/identity/identity-hash.js';
import { matchesIdentity } from '../../../src/documents/identity/matches-identity.js';

const vector = 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399';

describe('identityHash', () => {
  it("given the specification's example, gives its hash", () => {
    expect(identityHash('a@example.com', 'Kosher')).to.equal(vector);
  });

  it('given letters beyond ASCII, hashes their UTF-8 bytes with the salt at the end', () => {
    const hex = createHash('sha256').update(Buffer.from('Zoé🌱salt', 'utf8')).digest('hex');
    expect(identityHash('Zoé🌱', 'salt')).to.equal(`sha256$${hex}`);
  });
});

describe('matchesIdentity', () => {
  const hashed = { type: 'IdentityObject', hashed: true, identityHash: vector, salt: 'Kosher' };
  const md5 = createHash('md5').update('a@example.comKosher').digest('hex');

  const right: [string, object, string][] = [
    ['an IdentityObject of 3.0', hashed, 'a@example.com'],
    ['an address in capitals with spaces around', hashed, '  A@Example.COM '],
    [
      'a hash in capitals',
      { ...hashed, identityHash: 'sha256$' + vector.slice(7).toUpperCase() },
      'a@example.com',
    ],
    [
      'a recipient of 2.0',
      { type: 'email', hashed: true, identity: vector, salt: 'Kosher' },
      'a@example.com',
    ],
    ['an old MD5 hash', { ...hashed, identityHash: `md5$${md5}` }, 'a@example.com'],
    ['a hash without salt', { hashed: true, identity: identityHash('a@example.com', '') }, 'a@example.com'],
    ['an identity in clear', { hashed: false, identity: 'A@example.com' }, 'a@example.com'],
    [
      'accents that come apart',
      { hashed: true, identityHash: identityHash('Zo\u00e9', ''), salt: '' },
      'Zoe\u0301',
    ],
  ];
  for (const [what, identity, typed] of right) {
    it(`given ${what}, matches its holder and nobody else`, () => {
      expect(matchesIdentity(identity as never, typed)).to.equal(true);
      expect(matchesIdentity(identity as never, 'b@example.com')).to.equal(false);
    });
  }

  const wrong: [string, unknown][] = [
    ['no object', 'a@example.com'],
    ['null', null],
    ['a list', [hashed]],
    ['no hash', { hashed: true }],
    ['a hash that is no text', { hashed: true, identityHash: 7 }],
    ['a salt that is no text', { ...hashed, salt: 7 }],
    ['another salt', { ...hashed, salt: 'kosher' }],
    ['a hash cut short', { ...hashed, identityHash: vector.slice(0, -2) }],
    ['an algorithm unknown', { ...hashed, identityHash: 'sha1$' + '0'.repeat(40) }],
    ['a name that every object has', { ...hashed, identityHash: 'constructor$00' }],
    ['a hash said to be in clear', { ...hashed, hashed: false }],
    ['hashed written as text', { ...hashed, hashed: 'true' }],
  ];
  it('given a typed text of megabytes and hundreds of identities, answers at once', () => {
    const typed = 'E\u0316\u0301'.repeat(700_000);
    const begun = performance.now();
    for (let count = 0; count < 600; count += 1) expect(matchesIdentity(hashed, typed)).to.equal(false);
    expect(performance.now() - begun).to.be.below(1_000);
  });

  for (const [what, identity] of wrong) {
    it(`given ${what}, does not match and does not throw`, () => {
      expect(matchesIdentity(identity as never, 'a@example.com')).to.equal(false);
    });
  }
});
