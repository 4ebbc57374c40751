/** https://www.rfc-editor.org/rfc/rfc7517: keys as strangers publish them. */
import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { exportJWK } from 'jose';
import { publicKeyObject } from '../../../src/documents/proofs/public-key.js';
import { aTestIssuer } from '../signers.js';

describe('publicKeyObject', () => {
  it('given a Multikey or its JWK, gives the same key', async () => {
    const { multikey, ed25519Jwk } = await aTestIssuer();
    const key = publicKeyObject({ multikey });
    expect(key?.asymmetricKeyType).to.equal('ed25519');
    expect(publicKeyObject({ jwk: ed25519Jwk })?.equals(key as never)).to.equal(true);
  });

  it('given an RSA key of 1024 bits, refuses it', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    expect(publicKeyObject({ jwk: await exportJWK(publicKey) })).to.equal(undefined);
  });

  it('given a private key somebody published, refuses it', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    expect(publicKeyObject({ jwk: await exportJWK(privateKey) })).to.equal(undefined);
  });

  const refused = [
    {},
    { kty: 'oct', k: 'AAAA' },
    { kty: 'RSA' },
    { kty: 'RSA', n: '', e: 'AQAB' },
    { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' },
    { kty: 'OKP', crv: 'Ed25519', x: 'AA' },
    { kty: 'unheard-of' },
    { kty: 7 },
  ];
  for (const jwk of refused) {
    it(`given ${JSON.stringify(jwk)}, gives none and does not throw`, () => {
      expect(publicKeyObject({ jwk: jwk as never })).to.equal(undefined);
    });
  }

  it('given a Multikey that is none, gives none', () => {
    expect(publicKeyObject({ multikey: 'zzz' })).to.equal(undefined);
  });
});
