/** Is a credential for wallets of the type that this software publishes, here or at another installation? Whoever writes it may claim that. */
import { addresses } from '../../../documents/addresses.js';
import type { JsonValue } from '../../../documents/json/json-value.js';
import { absoluteUrl } from '../../../shared/absolute-url.js';

/** @param vct the claim */
export function isOurType(vct: JsonValue | undefined): boolean {
  const url = typeof vct === 'string' ? absoluteUrl(vct) : undefined;
  return url !== undefined && addresses(url.origin).credentialType === vct;
}
