/** What can be told about an address before anything is looked up. The addresses behind a name: see checked-lookup.ts. */
import { isIP } from 'node:net';
import { absoluteUrl } from '../../shared/absolute-url.js';
import { Problem } from '../../shared/problem.js';
import { isPublicAddress } from './public-address.js';

/** @throws Problem address-refused (facts.reason scheme|credentials|private-address) */
export function checkAddress(text: string, allowPrivate: boolean): URL {
  const url = absoluteUrl(text);
  if (!url) throw refused('scheme', 'not an address');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused('scheme', url.protocol);
  if (url.username !== '' || url.password !== '') throw refused('credentials', url.host);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  // A connection to a number looks nothing up, so that the look-up's check would never see it.
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw refused('private-address', url.host);
  return url;
}

export function refused(reason: 'scheme' | 'credentials' | 'private-address', detail: string): Problem {
  return new Problem('address-refused', { detail: `${reason}: ${detail}`, facts: { reason } });
}
