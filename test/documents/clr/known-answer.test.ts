/**
 * The test vector of the CLR 2.0 implementation guide: our copy of the context gives the hash that 1EdTech published.
 * https://www.imsglobal.org/spec/clr/v2p0/impl/
 */
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { canonicalize } from '../../../src/documents/contexts/canonicalize.js';
import { verifyDataIntegrity } from '../../../src/documents/proofs/verify-data-integrity.js';

const multikey = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi';
const documentHash = '768d7015ae69e0210e1c2a45194d9c1d15d7a6022e52b946574a2a27f6fa85fe';
const options = {
  type: 'DataIntegrityProof',
  created: '2010-01-01T19:23:24Z',
  verificationMethod: `https://example.edu/issuers/565049#${multikey}`,
  cryptosuite: 'eddsa-rdfc-2022',
  proofPurpose: 'assertionMethod',
};
const innerValue =
  'z45QnLySMt2mWuW787G6cf3SLkP97ZkMZxLeXH5yaaTQPCtTup4GCV95tU8HEnQJSyGCokSj3AvUhmJtvveTmN4Vu';
const outerValue = 'zF52sU1nfPAjcwCqtgxPNSor6SJnAzRBwZW5VNQXPt8xXCHkd39sgqj32DnMjhFCzbyHsLkhQ8HpBqQTkMgXy329';

const openBadges = [
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
];
const credentials = 'https://www.w3.org/ns/credentials/v2';
const issuer = { id: 'https://example.edu/issuers/565049', type: 'Profile', name: 'Example University' };
const first = 'a7467ef6-56cb-11ec-bf63-0242ac130002';
const second = 'dd887f0a-56cb-11ec-bf63-0242ac130002';

const achievement = (id: string, name: string) => ({
  id: `urn:uuid:${id}`,
  type: 'Achievement',
  creator: { id: issuer.id, type: 'Profile' },
  name,
  criteria: { id: `https://example.edu/achievements/${id}/criteria` },
  description: name,
  image: { id: 'https://example.edu/achievements/sample.png', type: 'Image' },
});
const schema = (id: string) => [{ id, type: '1EdTechJsonSchemaValidator2019' }];

const inner = {
  '@context': [credentials, ...openBadges],
  id: 'urn:uuid:91537dba-56cb-11ec-bf63-0242ac130002',
  type: ['VerifiableCredential', 'AchievementCredential'],
  issuer,
  validFrom: '2010-01-01T00:00:00Z',
  name: 'Example University Degree',
  credentialSubject: {
    id: 'did:example:ebfeb1f712ebc6f1c276e12ec21',
    type: 'AchievementSubject',
    achievement: achievement(first, 'Achievement 1'),
  },
  credentialSchema: schema(
    'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
  ),
};
const outer = {
  '@context': [credentials, 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', ...openBadges],
  id: 'http://example.edu/credentials/3732',
  type: ['VerifiableCredential', 'ClrCredential'],
  issuer,
  validFrom: '2010-01-01T00:00:00Z',
  name: 'Sample Transcript',
  credentialSubject: {
    id: 'did:example:ebfeb1f712ebc6f1c276e12ec21',
    type: 'ClrSubject',
    verifiableCredential: [{ ...inner, proof: [{ ...options, proofValue: innerValue }] }],
    achievement: [achievement(first, 'Achievement 1'), achievement(second, 'Achievement 2')],
    association: [
      {
        type: 'Association',
        associationType: 'isParentOf',
        sourceId: `urn:uuid:${first}`,
        targetId: `urn:uuid:${second}`,
      },
    ],
  },
  credentialSchema: schema(
    'https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json',
  ),
};

describe("the CLR implementation guide's test vector", () => {
  it('given its credential, gives its document hash', async () => {
    const canonical = await canonicalize(outer);
    expect(createHash('sha256').update(canonical).digest('hex')).to.equal(documentHash);
  });

  it('given its signed credential, finds the signature right', async () => {
    const proof = { ...options, proofValue: outerValue };
    expect(await verifyDataIntegrity(outer, proof, { multikey })).to.equal(undefined);
  });

  it('given the credential inside, finds its own signature right', async () => {
    const proof = { ...options, proofValue: innerValue };
    expect(await verifyDataIntegrity(inner, proof, { multikey })).to.equal(undefined);
  });
});
