/** Is a key of the kind that an algorithm signs with? Asked before a library is: what it answers to others differs with Node. */
import type { KeyObject } from 'node:crypto';

export type JwsAlgorithm = 'RS256' | 'ES256' | 'EdDSA' | 'Ed25519';

/** https://www.rfc-editor.org/rfc/rfc7518#section-3.1 , https://www.rfc-editor.org/rfc/rfc8037#section-3.1 */
export function keyFits(key: KeyObject, algorithm: JwsAlgorithm): boolean {
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = key;
  switch (algorithm) {
    case 'RS256':
      return kind === 'rsa';
    case 'ES256':
      return kind === 'ec' && details?.namedCurve === 'prime256v1';
    case 'EdDSA':
    case 'Ed25519':
      return kind === 'ed25519';
  }
}
