/** A credential for wallets made with a test issuer's key, its parts, and an independent verifier of it that fetches nothing. */
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import type { JWK } from 'jose';
import { sdJwtCredential } from '../../../src/documents/sd-jwt/sd-jwt-credential.js';
import { tokenStatusList } from '../../../src/documents/status-list/token-status-list.js';
import { aCredential, testBase } from '../credential-content.builder.js';
import type { TestIssuer } from '../signers.js';

export const holder = { name: 'Ada Lovelace', email: 'ada@example.com' };
export const madeAt = new Date('2026-04-05T06:07:08Z');
export const freshSalt = (): string => randomBytes(16).toString('base64url');

export const anSdJwt = (
  issuer: TestIssuer,
  changes: Parameters<typeof aCredential>[0] = {},
  newSalt = freshSalt,
): Promise<string> =>
  sdJwtCredential(issuer.dataIntegrity, { credential: aCredential(changes), holder, madeAt }, newSalt);

export interface Parts {
  jws: string;
  header: Record<string, unknown>;
  payload: Record<string, unknown> & { _sd: string[] };
  /** By name: the text of the disclosure. */
  disclosures: Map<string, string>;
}

const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

export function partsOf(sdJwt: string): Parts {
  const [jws = '', ...texts] = sdJwt.split('~');
  const [header = '', payload = ''] = jws.split('.');
  return {
    jws,
    header: decoded(header) as Parts['header'],
    payload: decoded(payload) as Parts['payload'],
    disclosures: new Map(texts.slice(0, -1).map((text) => [(decoded(text) as string[])[1] ?? '', text])),
  };
}

/** @param key the issuer's; @param revoked places in the status list; throws what the library throws */
export async function verifiedElsewhere(
  sdJwt: string,
  issuer: TestIssuer,
  { key = issuer.ed25519Jwk, revoked = [] }: { key?: JWK; revoked?: number[] } = {},
): Promise<Record<string, unknown>> {
  const list = { base: testBase, institutionId: 'inst1', listId: 'list1', validFrom: madeAt };
  const publicKey = createPublicKey({ key: key as never, format: 'jwk' });
  const reader = new SDJwtVcInstance({
    hasher: (data: string | ArrayBuffer, algorithm: string) =>
      createHash(algorithm.replace('-', ''))
        .update(typeof data === 'string' ? data : Buffer.from(data))
        .digest(),
    hashAlg: 'sha-256',
    verifier: async (data: string, signature: string) =>
      verify(null, Buffer.from(data), publicKey, Buffer.from(signature, 'base64url')),
    statusListFetcher: () => tokenStatusList(issuer.dataIntegrity, { ...list, revokedIndexes: revoked }),
  });
  const { payload } = await reader.verify(sdJwt, { currentDate: madeAt.getTime() / 1000 });
  return payload;
}
