/** What the reader says of a shape, beyond the rules of credential-shape.test.ts. */
import { expect } from 'chai';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { checkReadable } from '../../../src/documents/read/check-readable.js';
import { checkSchema } from '../../../src/documents/read/check-schema.js';
import { readCredential } from '../../../src/documents/read/read-credential.js';
import { aCredential } from '../credential-content.builder.js';
import { endorsement } from '../open-badge-3/right-parts.js';

const check = (changes: JsonObject, oddNumbers = 0) =>
  checkSchema({
    kind: 'open-badge-3',
    credential: { ...achievementCredential(aCredential()), ...changes },
    oddNumbers,
  });

describe('checkSchema', () => {
  it('given what we issue, finds the shape right', () => {
    expect(check({})).to.deep.equal({ name: 'schema', result: 'passed', reason: 'shape-right' });
  });

  it('given single values where lists stand, passes and tells', () => {
    expect(check({ proof: { type: 'DataIntegrityProof' } })).to.include({
      result: 'passed',
      reason: 'shape-right-single-values',
    });
  });

  it('given endorsements, counts them: they are not verified', () => {
    const issuer = issuerWith({ endorsement: [endorsement] });
    expect(check({ endorsement: [endorsement, endorsement], issuer })).to.deep.include({
      result: 'passed',
      details: { endorsements: 3 },
    });
  });

  it('given an endorsement without contexts of its own, passes: it is read in those around it', () => {
    expect(check({ endorsement: [without(endorsement, '@context')] })).to.include({ reason: 'shape-right' });
  });

  const failing: [what: string, changes: JsonObject, reason: string, path: string][] = [
    ['null', { name: null }, 'empty-value', 'name'],
    ['an empty list', { evidence: [] }, 'empty-value', 'evidence'],
    [
      'a null deep down',
      { issuer: issuerWith({ image: [{ id: null }] }) },
      'empty-value',
      'issuer.image.0.id',
    ],
    ['an issuer given as text', { issuer: 'did:web:x.example' }, 'shape-wrong', 'issuer'],
    [
      'two status objects',
      { credentialStatus: [{ id: 'https://x.example/1', type: 'X' }] },
      'shape-wrong',
      'credentialStatus',
    ],
    [
      'a status whose id is its list',
      {
        credentialStatus: {
          id: 'https://x.example/1',
          type: 'BitstringStatusListEntry',
          statusListCredential: 'https://x.example/1',
        },
      },
      'shape-wrong',
      'credentialStatus',
    ],
    [
      'contexts in another order',
      { '@context': ['https://x.example', 'https://y.example'] },
      'shape-wrong',
      '@context.0',
    ],
    ['an endorsement that is none', { endorsement: [{ a: 1 }] }, 'shape-wrong', 'endorsement.0.id'],
    ['a moment that is none', { validFrom: '2026-02-30T10:00:00Z' }, 'shape-wrong', 'validFrom'],
    ['a relative id', { id: 'awards/1' }, 'shape-wrong', 'id'],
  ];
  for (const [what, changes, reason, path] of failing) {
    it(`given ${what}, fails and tells the place`, () => {
      expect(check(changes)).to.deep.equal({ name: 'schema', result: 'failed', reason, details: { path } });
    });
  }

  it('given numbers such as 3.0, fails: verifiers write them differently', () => {
    expect(check({}, 2)).to.deep.include({ result: 'failed', reason: 'odd-number', details: { count: 2 } });
  });
});

describe('checkReadable', () => {
  it('given a credential, tells its kind', () => {
    const reading = readCredential({ text: JSON.stringify(achievementCredential(aCredential())) });
    expect(checkReadable(reading)).to.include({ result: 'passed', reason: 'open-badge-3' });
  });

  it('given something else, tells why not', () => {
    expect(checkReadable(readCredential({ text: 'x' }))).to.include({
      result: 'failed',
      reason: 'unknown-format',
    });
  });
});

function issuerWith(changes: JsonObject): JsonObject {
  return { ...(achievementCredential(aCredential())['issuer'] as JsonObject), ...changes };
}
