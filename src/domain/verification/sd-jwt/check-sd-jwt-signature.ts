/** Is it as its issuer signed it: the token itself, and each disclosure that came with it? https://www.rfc-editor.org/rfc/rfc9901#section-7.1 */
import { stringOf } from '../../../documents/json/json-value.js';
import type { PublishedKey } from '../../../documents/proofs/public-key.js';
import type { SdJwt } from '../../../documents/sd-jwt/read-sd-jwt.js';
import { verifySdJwt } from '../../../documents/sd-jwt/verify-sd-jwt.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Check } from '../report.js';

/** @param key undefined when it could not be had: what was added shows all the same */
export async function checkSdJwtSignature(
  { jws, fault }: SdJwt,
  key: PublishedKey | undefined,
): Promise<Check> {
  const name = 'signature';
  const wrong = key && (await verifySdJwt(jws, key));
  if (wrong !== undefined && wrong !== 'key-unusable') return failed(name, wrong);
  if (fault === 'disclosure-unknown' || fault === 'disclosure-repeated') return failed(name, fault);
  if (wrong !== undefined) return notChecked(name, wrong);
  // the next check tells why there is no key
  if (!key) return notChecked(name, 'key-missing');
  return passed(name, 'signature-right', { algorithm: stringOf(jws.header['alg']) ?? '' });
}
