import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { mayBeCarried } from '../../../src/domain/endorsements/may-be-carried.js';

const base = 'https://acquis.example.org:8443';
const about = `${base}/achievements/a/1`;

const anEndorsement = (changes: JsonObject = {}): JsonObject => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'https://agency.example/endorsements/1',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'Recognised',
  issuer: { id: 'did:web:agency.example', type: ['Profile'], name: 'Agency' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'Good.' },
  proof: [{ type: 'DataIntegrityProof', proofValue: 'z1' }],
  ...changes,
});
const subject = (changes: JsonObject): JsonObject => ({
  credentialSubject: { id: about, type: ['EndorsementSubject'], ...changes },
});

describe('an endorsement that somebody else signed, to stand in our awards', () => {
  it('when it says nothing but that it endorses, then it may', () => {
    expect(mayBeCarried(anEndorsement(), base)).to.equal(true);
  });

  const refused: [string, JsonObject][] = [
    [
      'it has a context of its own',
      { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://agency.example/c'] },
    ],
    [
      'its contexts are in another order',
      { '@context': [...(anEndorsement()['@context'] as string[])].reverse() },
    ],
    ['it says more of the achievement', subject({ name: 'Brain surgery' })],
    ['it gives the achievement another type', subject({ type: ['EndorsementSubject', 'Achievement'] })],
    ['its comment is no text', subject({ endorsementComment: { id: about, name: 'Brain surgery' } })],
    [
      'it speaks of our institution elsewhere',
      { issuer: { id: 'did:web:ACQUIS.example.org%3A8443:institutions:i' } },
    ],
    [
      'it speaks of one of our awards elsewhere',
      { evidence: [{ id: `${base}/awards/1`, type: ['Evidence'] }] },
    ],
    ['it has keywords of JSON-LD within', { issuer: { '@id': 'did:web:agency.example' } }],
    ['it has a control character, which would be taken out', { name: 'Recog\u0007nised' }],
    ['it has a lone surrogate, which cannot be signed', { name: 'Recog\uD800nised' }],
    ['it has an empty list, which would be left out', { termsOfUse: [] }],
    [
      'it has so many small parts that our own verification would give up on the award',
      { evidence: Array.from({ length: 60 }, (_, n) => ({ id: `urn:x:${n}`, type: ['Evidence'] })) },
    ],
    ['it is very long', { description: 'x'.repeat(20_000) }],
  ];
  for (const [what, changes] of refused)
    it(`when ${what}, then it may not`, () => {
      expect(mayBeCarried(anEndorsement(changes), base)).to.equal(false);
    });
});
