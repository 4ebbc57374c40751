/**
 * Did its holder hand it over? Never more than told: such a proof is made for one verifier, who alone knows whether it is fresh.
 * https://www.rfc-editor.org/rfc/rfc9901#section-7.3
 */
import type { SdJwt } from '../../../documents/sd-jwt/read-sd-jwt.js';
import { verifyHolderProof } from '../../../documents/sd-jwt/verify-holder-proof.js';
import { failed, notChecked } from '../checks.js';
import type { Check } from '../report.js';
import { shownText } from '../shown-text.js';

/** No check where it is bound to no key. details.audience: for whom the proof was made, as it says. */
export async function checkHolderProof(sdJwt: SdJwt): Promise<Check[]> {
  const name = 'holder-proof';
  const proof = await verifyHolderProof(sdJwt);
  switch (proof.state) {
    case 'none':
      return [];
    case 'missing':
      return [notChecked(name, 'holder-proof-missing')];
    case 'unknown':
      return [notChecked(name, 'holder-proof-unknown')];
    case 'wrong':
      return [failed(name, 'holder-proof-wrong')];
    case 'right':
      return [notChecked(name, 'holder-proof-for-another', { audience: shownText(proof.audience) ?? '' })];
  }
}
