/**
 * Reads what was handed in: a file, a text, or an address, which is followed; a picture may hold an address as well, and a PDF
 * that lost what was attached to it may link to one.
 * What stands there is read like a file.
 */
import { checkReadable } from '../../documents/read/check-readable.js';
import { readCredential } from '../../documents/read/read-credential.js';
import type { Reading } from '../../documents/read/reading.js';
import { failed, notChecked } from './checks.js';
import type { Lookup } from './lookup.js';
import type { Check } from './report.js';
import { hasTooManyClaims, hasTooManyValues, isTooComplex } from './too-complex.js';

export interface HandedIn {
  bytes?: Uint8Array;
  /** JSON, a JWT, a JWS or an address. */
  text?: string;
}

export type Badge = Exclude<Reading, { kind: 'address' | 'unreadable' }>;

/** `badge` is undefined when there is none: `readable` tells why. */
export interface ReadBadge {
  badge?: Badge;
  readable: Check;
  /** The address that a PDF links to, which was read in its place. */
  linkedAddress?: string;
}

/** An address in a picture at an address: nobody needs more. */
const mostSteps = 2;
const accept =
  'application/vc+ld+json, application/vc, application/vc+jwt, application/ld+json, application/json;q=0.9, ' +
  'image/png;q=0.8, image/svg+xml;q=0.8, application/pdf;q=0.8, text/plain;q=0.5, */*;q=0.1';

export async function readHandedIn(lookup: Lookup, given: HandedIn): Promise<ReadBadge> {
  let reading = readCredential(given);
  let linkedAddress: string | undefined;
  const told = (read: ReadBadge): ReadBadge =>
    linkedAddress === undefined ? read : { ...read, linkedAddress };
  for (let step = 0; reading.kind === 'address' && step < mostSteps; step += 1) {
    const { url, container } = reading;
    if (container === 'pdf') linkedAddress = url;
    const answer = await lookup.followed(url, accept);
    if (!answer.found) return told({ readable: troubled(answer) });
    const { host } = new URL(url);
    if (/^text\/html|^application\/xhtml/i.test(answer.contentType)) {
      return told({ readable: failed('readable', 'address-is-a-page', { host }) });
    }
    reading = readCredential({ bytes: answer.body });
    if (answer.gone && reading.kind === 'unreadable') {
      return told({ readable: failed('readable', 'address-gone', { host }) });
    }
  }
  if (reading.kind === 'address') return told({ readable: failed('readable', 'address-leads-on') });
  const readable = checkReadable(reading);
  if (reading.kind === 'unreadable') return told({ readable });
  return told(
    isBadgeTooComplex(reading)
      ? { readable: failed('readable', 'too-complex') }
      : { badge: reading, readable },
  );
}

function isBadgeTooComplex(badge: Badge): boolean {
  if (badge.kind === 'sd-jwt-vc') return hasTooManyClaims(badge.sdJwt);
  if (badge.kind === 'elm-sealed') return hasTooManyValues(badge.credential);
  if (badge.kind === 'open-badge-2-endorsement') return isTooComplex(badge.endorsement);
  return isTooComplex('assertion' in badge ? badge.assertion : badge.credential);
}

function troubled({ reason, host }: { reason: Check['reason']; host: string }): Check {
  return reason === 'address-not-found'
    ? failed('readable', reason, { host })
    : notChecked('readable', reason, { host });
}
