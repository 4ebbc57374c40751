/** Keys of a test issuer and the ports that sign with them. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { exportJWK, type JWK } from 'jose';
import { addresses } from '../../src/documents/addresses.js';
import { ed25519Multikey } from '../../src/documents/proofs/multibase.js';
import type { DataIntegritySigner } from '../../src/documents/proofs/sign-data-integrity.js';
import type { JwtSigner } from '../../src/documents/proofs/sign-jwt.js';
import { nextRsaPair } from '../support/rsa-pairs.js';
import { testBase } from './credential-content.builder.js';

export interface TestIssuer {
  did: string;
  multikey: string;
  ed25519Jwk: JWK;
  rsaJwk: JWK;
  dataIntegrity: DataIntegritySigner;
  jwt: JwtSigner;
}

export async function aTestIssuer(institutionId = 'inst1', base = testBase): Promise<TestIssuer> {
  const at = addresses(base);
  const ed25519 = generateKeyPairSync('ed25519');
  const rsa = nextRsaPair();
  const ed25519Jwk = await exportJWK(ed25519.publicKey);
  const multikey = ed25519Multikey(Buffer.from(ed25519Jwk.x ?? '', 'base64url'));
  const did = at.did(institutionId);
  return {
    did,
    multikey,
    ed25519Jwk,
    rsaJwk: await exportJWK(rsa.publicKey),
    dataIntegrity: {
      verificationMethod: `${did}#${multikey}`,
      sign: async (bytes) => sign(null, bytes, ed25519.privateKey),
    },
    jwt: {
      kid: at.key(institutionId, 'rsa1'),
      sign: async (bytes) => sign('sha256', bytes, rsa.privateKey),
    },
  };
}
