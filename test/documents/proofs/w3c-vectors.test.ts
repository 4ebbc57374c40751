/**
 * The test vectors of the W3C for embedded proofs with Ed25519, as published (test/recorded/vc-di-eddsa).
 * https://www.w3.org/TR/vc-di-eddsa/#test-vectors
 */
import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { type CanonicalForm, canonicalize } from '../../../src/documents/contexts/canonicalize.js';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  stringOf,
  without,
} from '../../../src/documents/json/json-value.js';
import { dataIntegrityHash } from '../../../src/documents/proofs/data-integrity-hash.js';
import { decodeMultibase } from '../../../src/documents/proofs/multibase.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { verifyDataIntegrity } from '../../../src/documents/proofs/verify-data-integrity.js';
import { projectPath } from '../../../src/shared/project-path.js';

const text = (file: string): string =>
  readFileSync(projectPath('test/recorded/vc-di-eddsa', file), 'utf8').trim();
const json = (file: string): JsonObject => JSON.parse(text(file)) as JsonObject;

const { publicKeyMultibase: multikey, privateKeyMultibase } = json('keyPair.json') as Record<string, string>;
const document = json('unsigned.json');
const examples = json('examples-v2.json')['@context'] ?? {};

/** Their documents use the context of the W3C's examples, which is not pinned here: its content stands in for its address. */
const withExamples = (one: JsonObject): JsonObject => {
  const contexts = one['@context'] as JsonValue[];
  expect(contexts[1]).to.equal('https://www.w3.org/ns/credentials/examples/v2');
  return { ...one, '@context': contexts.toSpliced(1, 1, examples) };
};
const form: CanonicalForm = (one, algorithm) => canonicalize(withExamples(one), algorithm);
const canonicalText = async (one: JsonObject): Promise<string> => (await form(one, 'sha256')).trim();

const suites = {
  'eddsa-rdfc-2022': {
    options: json('eddsa-rdfc-2022/proofConfigDataInt.json'),
    combinedHash: text('eddsa-rdfc-2022/combinedHashDataInt.txt'),
    signed: json('eddsa-rdfc-2022/signedDataInt.json'),
  },
  Ed25519Signature2020: {
    options: json('Ed25519Signature2020/proofConfigEdSig.json'),
    combinedHash: text('Ed25519Signature2020/combinedHashEdSig.txt'),
    signed: json('Ed25519Signature2020/signedEdSig.json'),
  },
};

for (const [suite, { options, combinedHash, signed }] of Object.entries(suites)) {
  const proof = signed['proof'];
  if (!isJsonObject(proof)) throw new Error('the vector has one proof');
  const faultOf = (credential: JsonObject, changes: JsonObject = {}) =>
    verifyDataIntegrity(credential, { ...proof, ...changes }, { multikey: multikey ?? '' }, [form]);

  describe(`the test vectors of the W3C: ${suite}`, () => {
    it('the document and the proof options, when they are hashed, then the bytes to sign are theirs', async () => {
      const unsigned = { ...document, '@context': options['@context'] ?? [] };
      const hash = await dataIntegrityHash(unsigned, options, form);
      expect(Buffer.from(hash).toString('hex')).to.equal(combinedHash);
    });

    it('the signed document, when it is verified with their public key, then it is right', async () => {
      expect(await faultOf(signed)).to.equal(undefined);
    });

    for (const [what, changed] of Object.entries<JsonObject>({
      'the subject': { credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'Another School' } },
      'the issuer': { issuer: 'https://vc.example/issuers/5679' },
      'the date': { validFrom: '2023-01-01T00:00:01Z' },
    })) {
      it(`the signed document, when ${what} was changed, then its signature is wrong`, async () => {
        expect(await faultOf({ ...signed, ...changed })).to.equal('signature-wrong');
      });
    }

    it('the proof, when its date was changed, then its signature is wrong', async () => {
      expect(await faultOf(signed, { created: '2023-02-24T23:36:39Z' })).to.equal('signature-wrong');
    });
  });
}

describe('the test vectors of the W3C: how eddsa-rdfc-2022 comes about', () => {
  const { options, signed } = suites['eddsa-rdfc-2022'];

  it('the document, when it is brought into its canonical form, then that is theirs', async () => {
    expect(await canonicalText(document)).to.equal(text('eddsa-rdfc-2022/canonDocDataInt.txt'));
  });

  it('the proof options, when they are brought into their canonical form, then that is theirs', async () => {
    expect(await canonicalText(options)).to.equal(text('eddsa-rdfc-2022/proofCanonDataInt.txt'));
  });

  it('the document, when it is signed with their private key, then the proof is theirs, byte for byte', async () => {
    // two bytes say what it is, then its 32 bytes; those of PKCS #8 stand before them
    const secret = Buffer.from(decodeMultibase(privateKeyMultibase ?? '')?.subarray(2) ?? []);
    const header = Buffer.from('302e020100300506032b657004220420', 'hex');
    const privateKey = createPrivateKey({
      key: Buffer.concat([header, secret]),
      format: 'der',
      type: 'pkcs8',
    });
    const signer = {
      verificationMethod: stringOf(options['verificationMethod']) ?? '',
      sign: async (bytes: Uint8Array) => sign(null, bytes, privateKey),
    };
    const made = await signDataIntegrity(
      signer,
      withExamples(document),
      new Date(stringOf(options['created']) ?? ''),
    );
    const proofValue = text('eddsa-rdfc-2022/sigBTC58DataInt.txt');
    expect(made['proof']).to.deep.equal([{ ...without(options, '@context'), proofValue }]);
    expect(signed['proof']).to.have.property('proofValue', proofValue);
  });
});
