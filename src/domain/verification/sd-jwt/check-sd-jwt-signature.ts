/** Is it as its issuer signed it: the token itself, and each disclosure that came with it? https://www.rfc-editor.org/rfc/rfc9901#section-7.1 */
import { stringOf } from '../../../documents/json/json-value.js';
import type { JwsFault } from '../../../documents/proofs/verify-typed-jws.js';
import type { SdJwt } from '../../../documents/sd-jwt/read-sd-jwt.js';
import type { CertifiedSdJwtFault } from '../../../documents/sd-jwt/verify-certified-sd-jwt.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Check } from '../report.js';

/** 'key-missing': the key could not be had; the next check tells why. */
export type SignatureFault = JwsFault | CertifiedSdJwtFault | 'key-missing';

/** These tell of what is not known here, or could not be had, rather than of a fault. */
const unknown: readonly SignatureFault[] = ['key-missing', 'key-unusable', 'too-complex'];

/** @param wrong what is wrong with the token's signature; undefined: it is right. What was added shows all the same */
export function checkSdJwtSignature({ jws, fault }: SdJwt, wrong: SignatureFault | undefined): Check {
  const name = 'signature';
  if (wrong !== undefined && !unknown.includes(wrong)) return failed(name, wrong);
  if (fault === 'disclosure-unknown' || fault === 'disclosure-repeated') return failed(name, fault);
  if (wrong !== undefined) return notChecked(name, wrong);
  return passed(name, 'signature-right', { algorithm: stringOf(jws.header['alg']) ?? '' });
}
