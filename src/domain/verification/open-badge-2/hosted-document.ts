/**
 * A hosted Open Badges 2.0 document: right is what stands at its id today.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#hosted-verification
 */
import type { JsonObject, JsonValue } from '../../../documents/json/json-value.js';
import { readJsonObject } from '../../../documents/json/read-json-object.js';
import { absoluteUrl } from '../../../shared/absolute-url.js';
import { failed, notChecked } from '../checks.js';
import type { Lookup, Looked } from '../lookup.js';
import { namesOwnHost, type OwnBases } from '../own-bases.js';
import type { Check } from '../report.js';
import { shownText } from '../shown-text.js';
import { type Difference, idOf } from './first-difference.js';

export interface Hosted {
  hosted?: JsonObject;
  isRevoked: boolean;
  /** The check of the signature where nothing stands there that could be read. */
  missing: Check;
}

export function isWebAddress(id: string | undefined): id is string {
  return id !== undefined && /^https?:\/\//i.test(id) && absoluteUrl(id) !== undefined;
}

export async function hostedAt(lookup: Lookup, id: string): Promise<Hosted> {
  const answer = await lookup.at(id, 'application/ld+json, application/json;q=0.9, */*;q=0.1');
  const hosted = answer.found ? readJsonObject(answer.body) : undefined;
  const isRevoked = (answer.found && answer.gone) || hosted?.['revoked'] === true;
  return { hosted, isRevoked, missing: missingCheck(answer) };
}

/** What an issuer of this installation says is hosted here and nowhere else. @param what its badge class or profile, or the address */
export function notHostedHere(bases: OwnBases, document: JsonObject, what: JsonValue | undefined): Check[] {
  return namesOwnHost(bases, idOf(what) ?? '') && !namesOwnHost(bases, idOf(document) ?? '')
    ? [failed('key-belongs-to-issuer', 'unknown-here')]
    : [];
}

function missingCheck(answer: Looked): Check {
  if (answer.found) return notChecked('signature', 'document-unreadable');
  const { reason, host } = answer;
  return reason === 'address-not-found'
    ? failed('signature', 'hosted-missing', { host })
    : notChecked('signature', reason, { host });
}

/**
 * details.member: what is not as the issuer's server has it; details.handedIn, details.hosted: both, where they can be shown. Whom it
 * belongs to is not written out: it may be an e-mail address in clear.
 */
export function differs({ member, copy, original }: Difference): Check {
  const handedIn = member === 'recipient' ? undefined : shownText(copy);
  const hosted = member === 'recipient' ? undefined : shownText(original);
  return failed('signature', 'hosted-differs', {
    member,
    ...(handedIn !== undefined && { handedIn }),
    ...(hosted !== undefined && { hosted }),
  });
}
