/** Credentials signed by other software with each algorithm that we read, and each way of taking one for another. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ecdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsa } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import * as vc from '@digitalbazaar/vc';
import { expect } from 'chai';
import { CompactSign, exportJWK } from 'jose';
import { loadContext } from '../../../src/documents/contexts/load-context.js';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { jwtClaims } from '../../../src/documents/proofs/jwt-claims.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { nextRsaPair } from '../../support/rsa-pairs.js';
import { aForeignIssuer } from './foreign-issuer.js';
import { depsOn, type ForeignWeb } from './foreign-web.js';
import { told } from './told.js';

const did = 'did:web:school.example';
const kid = 'https://school.example/keys/1';

/** A school that signs with keys of its own, and the credential that it signs. */
async function aSchool(issuer = did): Promise<{ web: ForeignWeb; credential: JsonObject }> {
  const { web, credential } = await aForeignIssuer();
  const plain = without(credential(), 'credentialStatus');
  return { web, credential: { ...plain, issuer: { id: issuer, type: ['Profile'], name: 'School' } } };
}

function publish(web: ForeignWeb, methods: (JsonObject & { id: string })[]): void {
  const json = {
    id: did,
    verificationMethod: methods.map((method) => ({ controller: did, ...method })),
    assertionMethod: methods.map(({ id }) => id),
  };
  web.stands.set('https://school.example/.well-known/did.json', { json });
}

const outcome = async (web: ForeignWeb, text: string) => {
  const report = await verifyCredential(depsOn(web), { text });
  return {
    outcome: report.outcome,
    signature: told(report, 'signature'),
    owner: told(report, 'key-belongs-to-issuer'),
  };
};

const pairs = {
  RS256: () => nextRsaPair(),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
} as const;
type Algorithm = keyof typeof pairs;
const algorithms = Object.keys(pairs) as Algorithm[];

describe('verifying tokens that jose signed', function () {
  this.timeout(60_000);

  async function token(
    alg: Algorithm,
    credential: JsonObject,
    privateKey: KeyObject,
    id = kid,
  ): Promise<string> {
    const payload = Buffer.from(JSON.stringify({ ...credential, ...jwtClaims(credential) }));
    return new CompactSign(payload).setProtectedHeader({ alg, kid: id, typ: 'JWT' }).sign(privateKey);
  }

  for (const alg of algorithms) {
    it(`when ${alg} signed it and the key stands in the DID document, then it is valid; once changed, it is not`, async () => {
      const { web, credential } = await aSchool();
      const { privateKey, publicKey } = pairs[alg]();
      const id = `${did}#key-1`;
      publish(web, [{ id, type: 'JsonWebKey', publicKeyJwk: await exportJWK(publicKey) }]);
      const jwt = await token(alg, credential, privateKey, id);
      expect(await outcome(web, jwt)).to.deep.equal({
        outcome: 'valid',
        signature: 'passed: signature-right',
        owner: 'passed: controller-is-issuer',
      });
      const [header, payload = '', signature] = jwt.split('.');
      const changed = Buffer.from(payload, 'base64url').toString().replaceAll('Soil', 'Air ');
      const forged = [header, Buffer.from(changed).toString('base64url'), signature].join('.');
      expect((await outcome(web, forged)).outcome).to.equal('altered');
    });

    it(`when ${alg} signed it and the kid leads to one JWK below the issuer, then it is valid`, async () => {
      const { web, credential } = await aSchool();
      const { privateKey, publicKey } = pairs[alg]();
      web.stands.set(kid, { json: await exportJWK(publicKey) });
      expect((await outcome(web, await token(alg, credential, privateKey))).outcome).to.equal('valid');
    });

    it(`when ${alg} signed it with another key than the published one, then it is altered`, async () => {
      const { web, credential } = await aSchool();
      web.stands.set(kid, { json: await exportJWK(pairs[alg]().publicKey) });
      const forged = await outcome(web, await token(alg, credential, pairs[alg]().privateKey));
      expect(forged).to.include({ outcome: 'altered', signature: 'failed: signature-wrong' });
    });

    for (const said of algorithms.filter((one) => one !== alg)) {
      it(`when it says ${said} and the published key is one of ${alg}, then it is not judged with it`, async () => {
        const { web, credential } = await aSchool();
        web.stands.set(kid, { json: await exportJWK(pairs[alg]().publicKey) });
        const forged = await outcome(web, await token(said, credential, pairs[said]().privateKey));
        expect(forged).to.include({ outcome: 'unconfirmed', signature: 'not-checked: key-unusable' });
      });
    }
  }

  it('when ES256 is said and the published key is on another curve, then it is not judged with it', async () => {
    const { web, credential } = await aSchool();
    const other = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    web.stands.set(kid, { json: await exportJWK(other.publicKey) });
    const forged = await outcome(web, await token('ES256', credential, pairs.ES256().privateKey));
    expect(forged).to.include({ outcome: 'unconfirmed', signature: 'not-checked: key-unusable' });
  });
});

describe('verifying embedded proofs that @digitalbazaar made', function () {
  this.timeout(60_000);

  type Signer = { signer: object; method: JsonObject & { id: string } };
  const signers: Record<string, (controller: string) => Promise<Signer>> = {
    'P-256': (controller) => ecdsaSigner('P-256', controller),
    'P-384': (controller) => ecdsaSigner('P-384', controller),
  };

  async function ecdsaSigner(curve: 'P-256' | 'P-384', controller: string): Promise<Signer> {
    const pair = await ecdsaMultikey.generate({ curve, controller });
    const { publicKeyMultibase } = pair;
    pair.id = `${controller}#${publicKeyMultibase}`;
    return { signer: pair.signer(), method: { id: pair.id, type: 'Multikey', publicKeyMultibase } };
  }

  const issue = async (credential: JsonObject, suite: object): Promise<JsonObject> =>
    (await vc.issue({ credential, suite, documentLoader: loadContext })) as JsonObject;
  const date = '2026-03-05T00:00:00Z';

  for (const [curve, signerOf] of Object.entries(signers)) {
    it(`when ecdsa-rdfc-2019 with ${curve} signed it under a did:web, then it is valid; once changed, it is altered`, async () => {
      const { web, credential } = await aSchool();
      const { signer, method } = await signerOf(did);
      publish(web, [method]);
      const issued = await issue(credential, new DataIntegrityProof({ signer, cryptosuite: ecdsa, date }));
      expect(await outcome(web, JSON.stringify(issued))).to.deep.equal({
        outcome: 'valid',
        signature: 'passed: signature-right',
        owner: 'passed: controller-is-issuer',
      });
      const changed = JSON.stringify(issued).replaceAll('Soil sampling', 'Air sampling');
      expect((await outcome(web, changed)).outcome).to.equal('altered');
    });

    it(`when a key of ${curve} signed it in the name of a did:web that does not list it, then it is invalid`, async () => {
      const { web, credential } = await aSchool();
      const [{ signer }, { method }] = [await signerOf(did), await signerOf(did)];
      publish(web, [method]);
      const issued = await issue(credential, new DataIntegrityProof({ signer, cryptosuite: ecdsa, date }));
      expect(await outcome(web, JSON.stringify(issued))).to.include({
        outcome: 'invalid',
        owner: 'failed: key-not-published',
      });
    });
  }

  it('when ecdsa-rdfc-2019 signed it under a did:key, then the signature is right and nobody is known behind it', async () => {
    const pair = await ecdsaMultikey.generate({ curve: 'P-256' });
    const key = `did:key:${pair.publicKeyMultibase}`;
    pair.id = `${key}#${pair.publicKeyMultibase}`;
    const { web, credential } = await aSchool(key);
    const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite: ecdsa, date });
    expect(await outcome(web, JSON.stringify(await issue(credential, suite)))).to.deep.equal({
      outcome: 'unconfirmed',
      signature: 'passed: signature-right',
      owner: 'passed: controller-is-issuer',
    });
  });

  it('when Ed25519Signature2020 signed it, then it is valid; once changed, it is altered', async () => {
    const { web, credential } = await aSchool();
    const pair = await ed25519Multikey.generate({ controller: did });
    const { publicKeyMultibase } = pair;
    const id = `${did}#${publicKeyMultibase}`;
    const key = await ed25519Multikey.from({
      ...(await pair.export({ publicKey: true, secretKey: true })),
      id,
      controller: did,
    });
    publish(web, [{ id, type: 'Multikey', publicKeyMultibase }]);
    const issued = await issue(credential, new Ed25519Signature2020({ signer: key.signer(), date }));
    expect((await outcome(web, JSON.stringify(issued))).outcome).to.equal('valid');
    const changed = JSON.stringify(issued).replaceAll('Soil sampling', 'Air sampling');
    expect((await outcome(web, changed)).outcome).to.equal('altered');
  });
});
