/**
 * The ways of signing with the key of a certificate, and nothing else.
 * https://www.rfc-editor.org/rfc/rfc7518#section-3.1 , https://www.rfc-editor.org/rfc/rfc8037#section-3.1
 */
import { constants, type KeyObject, verify } from 'node:crypto';

/** As node:crypto names it. */
export type Hash = 'sha256' | 'sha384' | 'sha512';

export interface SignatureMethod {
  /** Undefined: the kind of the key has its own. */
  hash?: Hash;
  kind: 'rsa' | 'ec' | 'ed25519';
  /** As node:crypto names it; of elliptic curves alone. */
  curve?: string;
  padding?: number;
}

const rsa = (hash: Hash): SignatureMethod => ({
  hash,
  kind: 'rsa',
  padding: constants.RSA_PKCS1_PADDING,
});
const pss = (hash: Hash): SignatureMethod => ({
  hash,
  kind: 'rsa',
  padding: constants.RSA_PKCS1_PSS_PADDING,
});
const ec = (hash: Hash, curve: string): SignatureMethod => ({ hash, kind: 'ec', curve });

const edwards: SignatureMethod = { kind: 'ed25519' };

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
  EdDSA: edwards,
  Ed25519: edwards,
};

/** As a header names it (`alg`). */
export type SignatureAlgorithm = keyof typeof methods;

/** Undefined for a name that is none of these. */
export const signatureMethod = (algorithm: string): SignatureMethod | undefined =>
  Object.hasOwn(methods, algorithm) ? methods[algorithm as SignatureAlgorithm] : undefined;

export const fitsKey = (
  { asymmetricKeyType, asymmetricKeyDetails }: KeyObject,
  { kind, curve }: SignatureMethod,
): boolean =>
  asymmetricKeyType === kind && (curve === undefined || asymmetricKeyDetails?.namedCurve === curve);

/** @param signature as JWS has it: of an elliptic curve r and s side by side */
export function isSignedBy(
  key: KeyObject,
  method: SignatureMethod,
  signed: Uint8Array,
  signature: Uint8Array,
): boolean {
  const { hash, padding } = method;
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
  return verify(hash, signed, { key, padding, saltLength, dsaEncoding: 'ieee-p1363' }, signature);
}
