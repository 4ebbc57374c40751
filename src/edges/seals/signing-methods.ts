/**
 * Which of the ways in which a service's key signs a seal may use, and how both name it. Signatures of elliptic curves come in two
 * writings; JWS has one of them. https://www.rfc-editor.org/rfc/rfc7518#section-3
 */
import type { KeyObject, X509Certificate } from 'node:crypto';
import {
  fitsKey,
  type Hash,
  type SignatureAlgorithm,
  signatureMethod,
} from '../../documents/certificates/signature-methods.js';

export interface SigningMethod {
  algorithm: SignatureAlgorithm;
  hash: Hash;
  /** Object identifier of the key's way of signing, as the service lists it. */
  signOid: string;
  hashOid: string;
  /** Base64 of DER: what RSASSA-PSS must be told. */
  parameters?: string;
  /** Bytes of each half, of elliptic curves. */
  half?: number;
}

/** Object identifiers. */
export const hashOids: Readonly<Record<Hash, string>> = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};

/** RSASSA-PSS-params of SHA-256, MGF1 with SHA-256, salt of 32 bytes. https://www.rfc-editor.org/rfc/rfc8017#appendix-A.2.3 */
const pssSha256 = 'MDSgDzANBglghkgBZQMEAgEFAKEcMBoGCSqGSIb3DQEBCDANBglghkgBZQMEAgEFAKIDAgEg';

/** In this order: what more validators know comes first. */
const byOid: readonly (readonly [oid: string, algorithm: SignatureAlgorithm, parameters?: string])[] = [
  ['1.2.840.113549.1.1.11', 'RS256'],
  ['1.2.840.113549.1.1.1', 'RS256'],
  ['1.2.840.10045.4.3.2', 'ES256'],
  ['1.2.840.10045.4.3.3', 'ES384'],
  ['1.2.840.10045.4.3.4', 'ES512'],
  ['1.2.840.113549.1.1.12', 'RS384'],
  ['1.2.840.113549.1.1.13', 'RS512'],
  ['1.2.840.113549.1.1.10', 'PS256', pssSha256],
];

/** The key alone is named: its curve tells the rest. */
const ecKey = '1.2.840.10045.2.1';
const halves: readonly (readonly [SignatureAlgorithm, number])[] = [
  ['ES256', 32],
  ['ES384', 48],
  ['ES512', 66],
];

/** Undefined: none of them. @param oids as the service lists them */
export function signingMethod(
  oids: readonly string[],
  { publicKey }: X509Certificate,
): SigningMethod | undefined {
  const half = halves.find(([name]) => isOfKey(publicKey, name));
  const known = [...byOid, ...(half ? ([[ecKey, half[0]]] as const) : [])];
  const found = known.find(([oid, name]) => oids.includes(oid) && isOfKey(publicKey, name));
  if (!found) return undefined;
  const [signOid, algorithm, parameters] = found;
  const { hash } = signatureMethod(algorithm) ?? {};
  return (
    hash && {
      ...{ algorithm, hash, signOid, hashOid: hashOids[hash] },
      ...(parameters !== undefined && { parameters }),
      ...(half && { half: half[1] }),
    }
  );
}

function isOfKey(key: KeyObject, name: SignatureAlgorithm): boolean {
  const method = signatureMethod(name);
  return method !== undefined && fitsKey(key, method);
}
