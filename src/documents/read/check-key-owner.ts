/** Is the key the issuer's own? Otherwise anybody could sign in the issuer's name. https://www.imsglobal.org/spec/ob/v3p0/#controller */
import { absoluteUrl } from '../../shared/absolute-url.js';
import { isJsonObject, stringOf } from '../json/json-value.js';
import { type Check, failed, notChecked, passed } from './check.js';
import type { FoundKey } from './key-from-document.js';
import type { CredentialReading } from './reading.js';

/**
 * A DID or controller document speaks for itself. A key document alone may name whom it likes: it counts where it stands at the
 * issuer's (did:web or https) origin and names the issuer, or names nobody and stands under the issuer's path as well.
 * @param keyId verificationMethod or kid; @param found undefined when the key could not be had
 */
export function checkKeyOwner(
  reading: CredentialReading,
  keyId: string | undefined,
  found: FoundKey | undefined,
): Check {
  const name = 'key-belongs-to-issuer';
  if (!found || keyId === undefined) return notChecked(name, 'key-missing');
  const issuer = issuerId(reading);
  if (issuer === undefined) return failed(name, 'issuer-missing');
  if (found.mayAssert === false) return failed(name, 'key-may-not-assert');
  if (found.mayAssert === true && found.controller === undefined) return failed(name, 'key-of-another');
  if (found.controller !== undefined && found.controller !== issuer) return failed(name, 'key-of-another');
  if (found.mayAssert === true || keyId.split('#', 1)[0] === issuer)
    return passed(name, 'controller-is-issuer');
  const place = placeOf(issuer, keyId);
  if (place === 'elsewhere') return failed(name, 'key-of-another');
  if (found.controller !== undefined) return passed(name, 'controller-is-issuer');
  return place === 'below' ? passed(name, 'key-at-issuer') : notChecked(name, 'key-owner-unknown');
}

export function issuerId({ credential }: CredentialReading): string | undefined {
  const { issuer } = credential;
  return stringOf(isJsonObject(issuer) ? issuer['id'] : issuer);
}

/** did:web:host:a:b stands at https://host/a/b; a key below that is the issuer's. One beside it may be another tenant's. */
function placeOf(issuer: string, keyId: string): 'below' | 'same-origin' | 'elsewhere' {
  const home = issuer.startsWith('did:web:')
    ? `https://${issuer.slice('did:web:'.length).replaceAll(':', '/').replace(/%3A/i, ':')}`
    : issuer;
  const [owner, key] = [webAddress(home), webAddress(keyId)];
  if (!owner || !key) return 'elsewhere';
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(owner.hostname);
  const sameScheme = owner.protocol === key.protocol || (isLoopback && issuer.startsWith('did:web:'));
  if (!sameScheme || owner.host !== key.host) return 'elsewhere';
  const path = owner.pathname.replace(/\/$/, '');
  return path === '' || key.pathname.startsWith(`${path}/`) ? 'below' : 'same-origin';
}

const webAddress = (text: string): URL | undefined =>
  /^https?:\/\//i.test(text) ? absoluteUrl(text) : undefined;
