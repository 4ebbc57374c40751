/** Proofs of others and proofs that are none. https://www.w3.org/TR/vc-di-eddsa/ */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { expect } from 'chai';
import { exportJWK } from 'jose';
import jsonld from 'jsonld';
import { loadContext } from '../../../src/documents/contexts/load-context.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { encodeBase58 } from '../../../src/documents/proofs/multibase.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { isKnownProof, verifyDataIntegrity } from '../../../src/documents/proofs/verify-data-integrity.js';
import { nextRsaPair } from '../../support/rsa-pairs.js';
import { aCredential } from '../credential-content.builder.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';

describe('verifyDataIntegrity', () => {
  let issuer: TestIssuer;
  let credential: JsonObject;
  let proof: JsonObject;
  const fault = (changes: JsonObject, of = credential): Promise<string | undefined> =>
    verifyDataIntegrity(of, { ...proof, ...changes }, { multikey: issuer.multikey });

  before(async () => {
    issuer = await aTestIssuer();
    credential = achievementCredential(aCredential());
    const signed = await signDataIntegrity(issuer.dataIntegrity, credential, new Date());
    [proof] = signed['proof'] as [JsonObject];
  });

  it('given the proof in an array, as an object or apart, finds it right', async () => {
    expect(await fault({}, { ...credential, proof: [proof] })).to.equal(undefined);
    expect(await fault({}, { ...credential, proof })).to.equal(undefined);
    expect(await fault({}, credential)).to.equal(undefined);
  });

  it('given another proof beside its own, finds it right: proofs do not cover each other', async () => {
    expect(await fault({}, { ...credential, proof: [{ type: 'Other' }, proof] })).to.equal(undefined);
  });

  const malformed: Record<string, () => JsonObject> = {
    'another purpose': () => ({ proofPurpose: 'authentication' }),
    'no signature': () => ({ proofValue: 7 }),
    'a signature cut short': () => ({ proofValue: (proof['proofValue'] as string).slice(0, -3) }),
    'a signature in hexadecimal': () => ({ proofValue: 'f00' }),
    'the signature in base64url, which the suite does not allow': () => ({
      proofValue: `u${Buffer.alloc(64, 1).toString('base64url')}`,
    }),
    'a date without zone': () => ({ created: '2026-03-04T10:11:12' }),
    'an end that is no date': () => ({ expires: 'soon' }),
    'contexts of its own': () => ({ '@context': ['https://www.w3.org/ns/credentials/v2'] }),
    'an inline context': () => ({ '@context': [{ domain: 'https://x.example/nothing' }], domain: 'x' }),
  };
  for (const [what, changes] of Object.entries(malformed)) {
    it(`given a proof with ${what}, finds it malformed`, async () => {
      expect(await fault(changes())).to.equal('proof-malformed');
    });
  }

  it('given a proof that repeats the contexts of the document, finds it right', async () => {
    expect(await fault({ '@context': credential['@context'] ?? [] })).to.equal(undefined);
  });

  it('given a proof with more in it than was signed, finds it wrong', async () => {
    expect(await fault({ domain: 'example.com' })).to.equal('signature-wrong');
  });

  it('given a context that is not pinned, says so', async () => {
    const odd = {
      ...credential,
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://x.example/c'],
    };
    expect(await fault({}, odd)).to.equal('context-unknown');
  });

  it('given an RSA key for an Ed25519 proof, cannot use it', async () => {
    const jwk = await exportJWK(nextRsaPair().publicKey);
    expect(await verifyDataIntegrity(credential, proof, { jwk })).to.equal('key-unusable');
  });

  const unknown: unknown[] = [
    undefined,
    null,
    'proof',
    {},
    { type: 'DataIntegrityProof' },
    { type: 'DataIntegrityProof', cryptosuite: 'ecdsa-sd-2023' },
    { type: ['DataIntegrityProof'], cryptosuite: 'eddsa-rdfc-2022' },
    { type: 'RsaSignature2018' },
  ];
  for (const one of unknown) {
    it(`given ${JSON.stringify(one)}, does not know this kind of proof`, () => {
      expect(isKnownProof(one as never)).to.equal(false);
    });
  }
});

describe('Ed25519Signature2020 of older badges', () => {
  const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const credential: JsonObject = {
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
      'https://w3id.org/security/suites/ed25519-2020/v1',
    ],
    id: 'https://example.org/credentials/1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'https://example.org/issuers/1', type: ['Profile'], name: 'Example' },
    issuanceDate: '2022-07-01T00:00:00Z',
    name: 'Soil sampling',
    credentialSubject: {
      id: 'did:example:1',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://example.org/achievements/1',
        type: ['Achievement'],
        name: 'Soil sampling',
        description: 'Takes samples.',
        criteria: { narrative: 'Ten samples.' },
      },
    },
  };

  /** Made without our code: canonical proof options (with the document's contexts), canonical document, both hashed. */
  async function foreignProof(): Promise<JsonObject> {
    const options = {
      type: 'Ed25519Signature2020',
      created: '2022-07-01T00:00:00Z',
      verificationMethod: 'https://example.org/issuers/1#key-1',
      proofPurpose: 'assertionMethod',
    };
    const canonize = (document: object): Promise<string> =>
      jsonld.canonize(document, {
        algorithm: 'RDFC-1.0',
        documentLoader: loadContext,
        safe: true,
      } as never) as never;
    const bytes = Buffer.concat([
      sha256(await canonize({ '@context': credential['@context'], ...options })),
      sha256(await canonize(credential)),
    ]);
    return { ...options, proofValue: encodeBase58(sign(null, bytes, privateKey)) };
  }

  it('made by others, are found right', async () => {
    const jwk = await exportJWK(publicKey);
    expect(await verifyDataIntegrity(credential, await foreignProof(), { jwk })).to.equal(undefined);
  });

  it('over something else, are found wrong', async () => {
    const jwk = await exportJWK(publicKey);
    const other = { ...credential, name: 'Brain surgery' };
    expect(await verifyDataIntegrity(other, await foreignProof(), { jwk })).to.equal('signature-wrong');
  });
});
