/** Makes one key pair in a worker thread of Node: an RSA key takes up to seconds, and requests go on meanwhile. */
import { generateKeyPair, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import type { SigningKeyKind } from '../../domain/institutions/signing-keys.js';
import { ed25519Multibase } from './multibase.js';

export interface GeneratedKey {
  /** Public, with kid, alg and use. */
  jwk: JWK;
  multibase?: string;
  /** PKCS #8, DER: to be sealed at once. */
  privateKey: Uint8Array;
}

const rsaBits = 3072;

export interface KeyPair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

/** Makes a pair; one of RSA has 3072 bits. */
export type MakePair = (kind: SigningKeyKind) => Promise<KeyPair>;

export async function generateKey(
  kind: SigningKeyKind,
  kid: string,
  makePair: MakePair = makeKeyPair,
): Promise<GeneratedKey> {
  const { publicKey, privateKey } = await makePair(kind);
  const exported = publicKey.export({ format: 'jwk' });
  const alg = kind === 'RSA' ? 'RS256' : 'EdDSA';
  const raw = kind === 'Ed25519' ? Buffer.from(exported.x ?? '', 'base64url') : undefined;
  return {
    jwk: { ...(exported as JWK), kid, alg, use: 'sig' },
    multibase: raw && ed25519Multibase(raw),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
}

function makeKeyPair(kind: SigningKeyKind): Promise<KeyPair> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, publicKey: KeyObject, privateKey: KeyObject): void => {
      if (error) reject(error);
      else resolve({ publicKey, privateKey });
    };
    if (kind === 'RSA') generateKeyPair('rsa', { modulusLength: rsaBits }, done);
    else generateKeyPair('ed25519', {}, done);
  });
}
