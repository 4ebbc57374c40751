/** An issuer elsewhere that makes credentials for wallets, with everything it publishes, and what becomes of one here. */
import { generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto';
import { exportJWK, type JWK } from 'jose';
import type { CredentialContent } from '../../../../src/documents/credential-content.js';
import { digestOf } from '../../../../src/documents/sd-jwt/disclosure.js';
import type { JsonObject } from '../../../../src/documents/json/json-value.js';
import { sdJwtCredential } from '../../../../src/documents/sd-jwt/sd-jwt-credential.js';
import {
  tokenStatusList,
  tokenStatusListOf,
} from '../../../../src/documents/status-list/token-status-list.js';
import type { VerificationReport } from '../../../../src/domain/verification/report.js';
import { verifyCredential } from '../../../../src/domain/verification/verify-credential.js';
import { aCredential } from '../../../documents/credential-content.builder.js';
import { freshSalt, holder, madeAt } from '../../../documents/sd-jwt/an-sd-jwt.js';
import { nextRsaPair } from '../../../support/rsa-pairs.js';
import { aForeignIssuer, foreignBase, listUrl } from '../foreign-issuer.js';
import { depsOn } from '../foreign-web.js';

export const tokenListUrl = tokenStatusListOf(listUrl);
/** An issuer that is no DID, with a path of its own on its host. */
export const httpsIssuer = `${foreignBase}/wallets`;
export const metadataUrl = `${foreignBase}/.well-known/jwt-vc-issuer/wallets`;

export const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
export const payloadOf = (sdJwt: string): JsonObject =>
  JSON.parse(Buffer.from(sdJwt.split('.')[1] ?? '', 'base64url').toString()) as JsonObject;

export interface SigningPair {
  alg: 'ES256' | 'EdDSA' | 'RS256';
  jwk: JWK;
  privateKey: KeyObject;
}

export async function aPair(alg: SigningPair['alg']): Promise<SigningPair> {
  const { publicKey, privateKey } =
    alg === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : alg === 'EdDSA'
        ? generateKeyPairSync('ed25519')
        : nextRsaPair();
  return { alg, privateKey, jwk: await exportJWK(publicKey) };
}

/** A compact JWS of whatever header and payload; the header's algorithm is that of the key unless it says another. */
export function jwsBy({ alg, privateKey }: SigningPair, payload: object, header: object): string {
  const text = `${encoded({ alg, ...header })}.${encoded(payload)}`;
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' as const };
  const bytes = signBytes(alg === 'EdDSA' ? null : 'sha256', Buffer.from(text), key);
  return `${text}.${bytes.toString('base64url')}`;
}

export async function aWalletIssuer() {
  const { issuer, web } = await aForeignIssuer();
  const own = await aPair('ES256');
  const list = { base: foreignBase, institutionId: 'inst1', listId: 'list1', validFrom: madeAt };
  const publishList = async (revokedIndexes: number[]): Promise<void> =>
    void web.stands.set(tokenListUrl, {
      text: await tokenStatusList(issuer.dataIntegrity, { ...list, revokedIndexes }),
    });
  const publishMetadata = (metadata: object): void => void web.stands.set(metadataUrl, { json: metadata });
  await publishList([]);
  publishMetadata({ issuer: httpsIssuer, jwks: { keys: [{ ...own.jwk, kid: 'k1' }] } });
  return {
    issuer,
    web,
    /** The key that the metadata of the https issuer list as k1. */
    own,
    publishList,
    publishMetadata,
    /** As our software makes it. */
    make: (changes: Partial<CredentialContent> = {}): Promise<string> =>
      sdJwtCredential(
        issuer.dataIntegrity,
        {
          credential: aCredential({ base: foreignBase, status: { listUrl, index: 4242 }, ...changes }),
          holder,
          madeAt,
        },
        freshSalt,
      ),
    /** By the issuer's did:web key: whatever it says. */
    sign: async (payload: object, texts: string[] = [], header: object = {}): Promise<string> => {
      const full = {
        alg: 'EdDSA',
        kid: issuer.dataIntegrity.verificationMethod,
        typ: 'dc+sd-jwt',
        ...header,
      };
      const text = `${encoded(full)}.${encoded(payload)}`;
      const bytes = Buffer.from(await issuer.dataIntegrity.sign(Buffer.from(text)));
      return [`${text}.${bytes.toString('base64url')}`, ...texts, ''].join('~');
    },
    /** By the https issuer. */
    signByHttps: (changes: object = {}, header: object = {}, pair = own): string =>
      `${jwsBy(pair, { iss: httpsIssuer, vct: 'urn:example:diploma:1', iat: 1_775_000_000, ...changes }, { kid: 'k1', typ: 'dc+sd-jwt', ...header })}~`,
    verify: (text: string, input: { email?: string; now?: Date } = {}): Promise<VerificationReport> =>
      verifyCredential(depsOn(web, input.now), { text, email: input.email }),
  };
}

export type WalletIssuer = Awaited<ReturnType<typeof aWalletIssuer>>;

/** With a digest for each of the disclosures. */
export const heldBack = (...texts: string[]): { _sd: string[] } => ({
  _sd: texts.map((text) => digestOf(text)),
});
