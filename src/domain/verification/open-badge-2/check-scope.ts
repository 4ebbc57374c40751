/**
 * May the issuer's assertions stand there? Without a word of the issuer, only on the issuer's own host.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#VerificationObject
 */
import { isJsonObject, type JsonObject, listOf, stringOf } from '../../../documents/json/json-value.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Check } from '../report.js';

/** @param hosted addresses of assertion and badge class; all must be in the issuer's scope */
export function checkScope(issuer: JsonObject, hosted: readonly string[]): Check {
  const name = 'key-belongs-to-issuer';
  const home = new URL(stringOf(issuer['id']) ?? '');
  const policy = isJsonObject(issuer['verification']) ? issuer['verification'] : {};
  const texts = (member: string): string[] => listOf(policy[member]).filter((one) => typeof one === 'string');
  const origins = texts('allowedOrigins');
  const starts = texts('startsWith');
  for (const address of hosted) {
    const url = new URL(address);
    const isAtHome = url.host === home.host;
    const isNamed = origins.some((origin) => [url.hostname, url.host, url.origin].includes(origin));
    if (!(origins.length === 0 ? isAtHome : isNamed))
      return failed(name, 'hosted-elsewhere', { host: url.host });
    if (home.protocol === 'https:' && url.protocol !== 'https:') {
      return notChecked(name, 'issuer-address-insecure', { host: url.host });
    }
  }
  const [assertion] = hosted;
  if (starts.length > 0 && !starts.some((start) => assertion?.startsWith(start))) {
    return failed(name, 'hosted-elsewhere');
  }
  return passed(name, 'hosted-by-issuer', { host: home.host });
}
