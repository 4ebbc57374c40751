/**
 * The test vector of the Open Badges 3.0 implementation guide: key, hashes and signature as published by 1EdTech.
 * https://www.imsglobal.org/spec/ob/v3p0/impl/#linked-data-proof-test-vector-for-open-badges-3-0
 */
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { expect } from 'chai';
import { canonicalize } from '../../../src/documents/contexts/canonicalize.js';
import { dataIntegrityHash } from '../../../src/documents/proofs/data-integrity-hash.js';
import { ed25519Multikey } from '../../../src/documents/proofs/multibase.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { verifyDataIntegrity } from '../../../src/documents/proofs/verify-data-integrity.js';

const publicKeyHex = '4bdeafde2ea8beefadd8c699b5c7e0704cf51154d52e17b20b71337ca04cc5a5';
const secretKeyHex = '6241a409e6707bb640a0140a8a32bc3d193c33a661747284d6adfa4ed4180be4';
const multikey = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi';
const documentHash = '87f65a76d40146205e3b3e06cb0fbd153f97f9ce70372390f52566bb7f9e0773';
const proofHash = 'd34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19';
const proofValue =
  'z5x9aCBYovW3CQCbKdNyhEm7ffYSw1YpEdPywQJoNbzDD2gkzQDKJ1sYKJaWvqZtkMtSbz35HcbgXVEDYHxCzgkCr';

const credential = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'http://example.com/credentials/3527',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: {
    id: 'https://example.edu/issuers/565049',
    type: ['Profile'],
    url: 'https://www.imsglobal.org',
    name: 'Example Corp',
  },
  validFrom: '2010-01-01T00:00:00Z',
  name: 'Teamwork Badge',
  credentialSubject: {
    id: 'did:example:ebfeb1f712ebc6f1c276e12ec21',
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://example.com/achievements/21st-century-skills/teamwork',
      type: ['Achievement'],
      criteria: {
        narrative:
          'Team members are nominated for this badge by their peers and recognized upon review by Example Corp management.',
      },
      description:
        'This badge recognizes the development of the capacity to collaborate within a group environment.',
      name: 'Teamwork',
    },
  },
};
const options = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2010-01-01T19:23:24Z',
  verificationMethod: `https://example.edu/issuers/565049#${multikey}`,
  proofPurpose: 'assertionMethod',
};

describe("the implementation guide's test vector", () => {
  const privateKey = createPrivateKey({
    // PKCS #8 header of an Ed25519 key, then its 32 bytes
    key: Buffer.from(`302e020100300506032b657004220420${secretKeyHex}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  });

  it('given its public key, gives its Multikey', () => {
    expect(ed25519Multikey(Buffer.from(publicKeyHex, 'hex'))).to.equal(multikey);
  });

  it('given its credential, gives its document hash', async () => {
    const canonical = await canonicalize(credential);
    expect(createHash('sha256').update(canonical).digest('hex')).to.equal(documentHash);
  });

  it('given credential and proof options, gives the bytes to be signed', async () => {
    const hash = await dataIntegrityHash(credential, options);
    expect(Buffer.from(hash).toString('hex')).to.equal(proofHash + documentHash);
  });

  it('given its private key, makes its signature', async () => {
    const signer = {
      verificationMethod: options.verificationMethod,
      sign: async (bytes: Uint8Array) => sign(null, bytes, privateKey),
    };
    const signed = await signDataIntegrity(signer, credential, new Date(options.created));
    expect(signed['proof']).to.deep.equal([{ ...options, proofValue }]);
  });

  it('given its signed credential, finds it right', async () => {
    expect(await verifyDataIntegrity(credential, { ...options, proofValue }, { multikey })).to.equal(
      undefined,
    );
  });
});
