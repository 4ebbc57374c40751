/** The ways of signing that a seal may use: those with the public key of a certificate, nothing else. https://www.rfc-editor.org/rfc/rfc7518#section-3.1 */
import { constants, type KeyObject, verify } from 'node:crypto';

export interface SealMethod {
  /** As node:crypto names it. */
  hash: 'sha256' | 'sha384' | 'sha512';
  kind: 'rsa' | 'ec';
  /** As node:crypto names it; of elliptic curves alone. */
  curve?: string;
  padding?: number;
}

const rsa = (hash: SealMethod['hash']): SealMethod => ({
  hash,
  kind: 'rsa',
  padding: constants.RSA_PKCS1_PADDING,
});
const pss = (hash: SealMethod['hash']): SealMethod => ({
  hash,
  kind: 'rsa',
  padding: constants.RSA_PKCS1_PSS_PADDING,
});
const ec = (hash: SealMethod['hash'], curve: string): SealMethod => ({ hash, kind: 'ec', curve });

const methods = {
  RS256: rsa('sha256'),
  RS384: rsa('sha384'),
  RS512: rsa('sha512'),
  PS256: pss('sha256'),
  PS384: pss('sha384'),
  PS512: pss('sha512'),
  ES256: ec('sha256', 'prime256v1'),
  ES384: ec('sha384', 'secp384r1'),
  ES512: ec('sha512', 'secp521r1'),
};

/** As a header names it (`alg`). */
export type SealAlgorithm = keyof typeof methods;

/** Undefined for a name that is none of these. */
export const sealMethod = (algorithm: string): SealMethod | undefined =>
  Object.hasOwn(methods, algorithm) ? methods[algorithm as SealAlgorithm] : undefined;

export const fitsKey = (
  { asymmetricKeyType, asymmetricKeyDetails }: KeyObject,
  { kind, curve }: SealMethod,
): boolean => asymmetricKeyType === kind && (kind === 'rsa' || asymmetricKeyDetails?.namedCurve === curve);

/** @param signature as JWS has it: of an elliptic curve r and s side by side */
export function isSignedBy(key: KeyObject, method: SealMethod, signed: Buffer, signature: Buffer): boolean {
  const { hash, padding } = method;
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
  return verify(hash, signed, { key, padding, saltLength, dsaEncoding: 'ieee-p1363' }, signature);
}
