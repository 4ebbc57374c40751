/**
 * What an attacker may try: nothing of it may end as 'valid', and each is told for what it is. Beside it stands which independent
 * verifiers believe what is JSON (peers.ts): those are fooled.
 */
import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { dataIntegrityHash } from '../../../src/documents/proofs/data-integrity-hash.js';
import { jwtClaims } from '../../../src/documents/proofs/jwt-claims.js';
import { encodeBase58 } from '../../../src/documents/proofs/multibase.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { signJwt } from '../../../src/documents/proofs/sign-jwt.js';
import { foreignBase, issued } from './foreign-issuer.js';
import { check, evil, expectBelieved, expectTold, good, jws, proofOf, signed } from './forger.js';
import { allPeers, byStatements } from './peers.js';

describe('forging a credential by signing with another key', function () {
  this.timeout(60_000);

  it('when it is signed with a key of another issuer, then it is invalid', async () => {
    const { credential } = await good;
    const forged = await (await evil).sign(credential());
    await expectTold(forged, 'invalid', 'key-belongs-to-issuer', 'failed: key-of-another', []);
  });

  it('when it names the issuer’s document but a key that is not there, then it is invalid', async () => {
    const { credential, issuer } = await good;
    const { issuer: other } = await evil;
    const verificationMethod = `${issuer.did}#${other.multikey}`;
    const forged = await signDataIntegrity(
      { ...other.dataIntegrity, verificationMethod },
      credential(),
      issued,
    );
    await expectTold(forged, 'invalid', 'key-belongs-to-issuer', 'failed: key-not-published', []);
  });

  it('when a DID document elsewhere says it is the issuer’s, then it is invalid', async () => {
    const { credential, issuer, web } = await good;
    const { issuer: other } = await evil;
    const method = `did:web:liar.example#${other.multikey}`;
    web.stands.set('https://liar.example/.well-known/did.json', {
      json: {
        id: issuer.did,
        verificationMethod: [
          { id: method, type: 'Multikey', controller: issuer.did, publicKeyMultibase: other.multikey },
        ],
        assertionMethod: [method],
      },
    });
    const signer = { ...other.dataIntegrity, verificationMethod: method };
    const forged = await signDataIntegrity(signer, credential(), issued);
    await expectTold(forged, 'invalid', 'key-belongs-to-issuer', 'failed: key-not-published', []);
  });

  it('when a key document elsewhere names the issuer as its controller, then it is invalid', async () => {
    const { credential, issuer, web } = await good;
    const { issuer: other } = await evil;
    const key = 'https://liar.example/key.json';
    web.stands.set(key, {
      json: { id: key, type: 'Multikey', controller: issuer.did, publicKeyMultibase: other.multikey },
    });
    const signer = { ...other.dataIntegrity, verificationMethod: key };
    const forged = await signDataIntegrity(signer, credential(), issued);
    await expectTold(forged, 'invalid', 'key-belongs-to-issuer', 'failed: key-of-another', []);
  });

  it('when the issuer’s server sends the key on to another server, then it counts for nothing', async () => {
    const { credential, web } = await good;
    const { issuer: other } = await evil;
    const kid = `${foreignBase}/institutions/inst1/keys/open-redirect.json`;
    web.stands.set('https://liar.example/rsa.json', { json: other.rsaJwk });
    web.stands.set(kid, { redirect: 'https://liar.example/rsa.json' });
    const forged = await signJwt({ ...other.jwt, kid }, credential());
    await expectTold(forged, 'unconfirmed', 'key-belongs-to-issuer', 'not-checked: address-redirected');
  });

  it('when a JWT brings a key that the issuer does not publish, then it is invalid', async () => {
    const { credential } = await good;
    const { issuer: other } = await evil;
    const header = { alg: 'RS256', jwk: other.rsaJwk };
    const forged = await jws(header, { ...credential(), ...jwtClaims(credential()) }, other.jwt);
    await expectTold(forged, 'invalid', 'key-belongs-to-issuer', 'failed: key-not-published');
  });

  it('when a JWT brings a key beside the issuer’s kid, then the published key decides', async () => {
    const { credential, issuer } = await good;
    const { issuer: other } = await evil;
    const header = { alg: 'RS256', kid: issuer.jwt.kid, jwk: other.rsaJwk };
    const forged = await jws(header, { ...credential(), ...jwtClaims(credential()) }, other.jwt);
    await expectTold(forged, 'altered', 'signature', 'failed: signature-wrong');
  });

  it('when the signature was made for another purpose, then it is invalid', async () => {
    const { credential, issuer } = await good;
    const options = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-03-04T10:11:12Z',
      verificationMethod: issuer.dataIntegrity.verificationMethod,
      proofPurpose: 'authentication',
    };
    const signature = await issuer.dataIntegrity.sign(await dataIntegrityHash(credential(), options));
    const proof = [{ ...options, proofValue: encodeBase58(signature) }];
    await expectTold({ ...credential(), proof }, 'invalid', 'signature', 'failed: proof-malformed', []);
    const relabelled = [{ ...proof[0], proofPurpose: 'assertionMethod' }] as JsonObject[];
    await expectTold(
      { ...credential(), proof: relabelled },
      'altered',
      'signature',
      'failed: signature-wrong',
      [],
    );
  });

  // https://www.w3.org/TR/cid-1.0/#retrieve-verification-method
  it('when the issuer lists the key, but not for assertions, then it is invalid', async () => {
    const { web, issuer } = await good;
    const url = `${foreignBase}/institutions/inst1/did.json`;
    const before = web.stands.get(url) ?? { json: {} };
    const { json } = before as { json: JsonObject };
    web.stands.set(url, {
      json: {
        ...json,
        assertionMethod: [],
        authentication: [`${issuer.did}#${issuer.multikey}`],
      },
    });
    const credential = await signed();
    const reason = 'failed: key-may-not-assert';
    await expectTold(credential, 'invalid', 'key-belongs-to-issuer', reason, ['openbadgeslib']);
    web.stands.set(url, before);
  });

  // https://www.w3.org/TR/vc-data-integrity/#verify-proof-sets-and-chains lets a verifier be content with one that is right: two are
  it('when a second signature by somebody else stands beside the right one, then it is not valid', async () => {
    const credential = await signed();
    const other = await (await evil).sign((await good).credential());
    const both = { ...credential, proof: [proofOf(credential), proofOf(other)] };
    expect((await check(both)).outcome).to.equal('altered');
    await expectBelieved(both, byStatements);
  });

  it('when another issuer signs in its own name under the good issuer’s name, then the domain that signed is told', async () => {
    const { sign, credential } = await evil;
    const report = await check(await sign(credential()));
    expect(report.credential?.issuerName).to.equal('Université de Namur');
    const identified = report.checks.find(({ name }) => name === 'issuer-identified');
    expect(identified?.details).to.deep.equal({ domain: 'evil.example' });
    await expectBelieved(await sign(credential()), allPeers);
  });
});
