/** https://www.w3.org/TR/did-1.0/#core-properties */
import { expect } from 'chai';
import { exportJWK } from 'jose';
import { didDocument } from '../../../src/documents/did/did-document.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { ed25519Multikey } from '../../../src/documents/proofs/multibase.js';
import { keyFromDocument } from '../../../src/documents/read/key-from-document.js';
import { nextRsaPair } from '../../support/rsa-pairs.js';
import { testBase } from '../credential-content.builder.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';

describe('didDocument', () => {
  let issuer: TestIssuer;
  let document: JsonObject;
  const retired = ed25519Multikey(new Uint8Array(32).fill(7));

  before(async () => {
    issuer = await aTestIssuer();
    document = didDocument({
      base: testBase,
      institutionId: 'inst1',
      keys: [
        { id: 'ed2', jwk: issuer.ed25519Jwk, multikey: issuer.multikey },
        { id: 'rsa1', jwk: issuer.rsaJwk },
        { id: 'ed1', jwk: {}, multikey: retired },
      ],
    });
  });

  it('made of three keys, one of them retired, lists each as method and as assertionMethod', () => {
    const ids = ['#' + issuer.multikey, '#rsa1', '#' + retired].map((fragment) => issuer.did + fragment);
    const methods = document['verificationMethod'] as JsonObject[];
    expect(document['id']).to.equal(issuer.did);
    expect(methods.map((method) => method['id'])).to.deep.equal(ids);
    expect(methods.map((method) => method['controller'])).to.deep.equal([issuer.did, issuer.did, issuer.did]);
    expect(document['assertionMethod']).to.deep.equal(ids);
  });

  it('made of an Ed25519 key, gives it as Multikey with its own fragment', () => {
    const [method] = document['verificationMethod'] as JsonObject[];
    expect(method).to.deep.equal({
      id: `${issuer.did}#${issuer.multikey}`,
      type: 'Multikey',
      controller: issuer.did,
      publicKeyMultibase: issuer.multikey,
    });
  });

  it('made of an RSA key, gives it as JsonWebKey', () => {
    const [, method] = document['verificationMethod'] as JsonObject[];
    expect(method).to.deep.include({ type: 'JsonWebKey', publicKeyJwk: issuer.rsaJwk });
  });

  it('handed a private key by mistake, shows its public part alone', async () => {
    const { privateKey } = nextRsaPair();
    const jwk = await exportJWK(privateKey);
    const shown = JSON.stringify(
      didDocument({ base: testBase, institutionId: 'inst1', keys: [{ id: 'rsa1', jwk }] }),
    );
    for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const) {
      expect(shown).to.not.contain(jwk[secret]);
    }
    expect(shown).to.contain(jwk.n);
  });

  it('read again by its own reader, gives each key as one that may assert', () => {
    for (const fragment of [issuer.multikey, 'rsa1', retired]) {
      const found = keyFromDocument(document, `${issuer.did}#${fragment}`);
      expect(found).to.include({ controller: issuer.did, mayAssert: true });
    }
  });
});
