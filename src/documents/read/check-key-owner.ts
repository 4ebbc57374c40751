/** Is the key the issuer's own? Otherwise anybody could sign in the issuer's name. https://www.imsglobal.org/spec/ob/v3p0/#controller */
import { isJsonObject, stringOf } from '../json/json-value.js';
import { type Check, failed, notChecked, passed } from './check.js';
import type { FoundKey } from './key-from-document.js';
import type { CredentialReading } from './reading.js';

/**
 * A key document that names its controller must name the issuer. A bare JWK names nobody: then its address must stand under the
 * issuer's (did:web or https) origin and path.
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
  if (found.controller !== undefined) {
    return found.controller === issuer
      ? passed(name, 'controller-is-issuer')
      : failed(name, 'key-of-another');
  }
  return standsUnder(issuer, keyId) ? passed(name, 'key-at-issuer') : failed(name, 'key-of-another');
}

export function issuerId({ credential }: CredentialReading): string | undefined {
  const { issuer } = credential;
  return stringOf(isJsonObject(issuer) ? issuer['id'] : issuer);
}

/** did:web:host:a:b stands at https://host/a/b; a key below that is the issuer's. */
function standsUnder(issuer: string, keyId: string): boolean {
  const home = issuer.startsWith('did:web:')
    ? `https://${issuer.slice('did:web:'.length).replaceAll(':', '/').replace(/%3A/i, ':')}`
    : issuer;
  if (!URL.canParse(home) || !URL.canParse(keyId)) return false;
  const [owner, key] = [new URL(home), new URL(keyId)];
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(owner.hostname);
  const sameScheme = owner.protocol === key.protocol || (isLoopback && issuer.startsWith('did:web:'));
  const path = owner.pathname.replace(/\/$/, '');
  return sameScheme && owner.host === key.host && (path === '' || key.pathname.startsWith(`${path}/`));
}
