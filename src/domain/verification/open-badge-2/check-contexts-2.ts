/**
 * Do the words of Open Badges 2.0 documents mean what they seem to? A context of the issuer's own can swap meanings, so that others read
 * another date or another person: only the published one counts, by its address. The standard would let an issuer add some; what they say
 * is not known here. Extensions have contexts of their own, which reach no further than the extension, where nothing is read, and which
 * must not speak of the document around them. Not looked at: revocation lists and related profiles, of which ids alone are read, and words
 * written out (`obi:expires`), which nobody reads here.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#extensions
 */
import { openBadges2Contexts } from '../../../documents/open-badge-2/context.js';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  listOf,
  stringOf,
} from '../../../documents/json/json-value.js';
import { failed, passed } from '../checks.js';
import type { Check } from '../report.js';

export interface DocumentOf2 {
  /** Undefined where it could not be had, or stands in another that is checked. */
  object: JsonObject | undefined;
  /** Where it stands in the badge; empty for the badge itself. */
  at: string;
  /** A copy of what its server says may leave it to the server to say in which words. */
  isCopy?: boolean;
}

/** Known, but not in these do the words of 2.0 stand. */
const earlierContexts: readonly JsonValue[] = ['https://w3id.org/openbadges/v1'];

/** What is read, in whatever document it stands: no extension may say what it means. */
const readMembers = [
  'recipient',
  'badge',
  'verification',
  'issuer',
  'criteria',
  'alignment',
  'claim',
  'publicKey',
  'revocationList',
  'related',
];

interface Found {
  context: JsonValue;
  at: string;
  isOfExtension: boolean;
}

/** details.path: where, if not in the badge itself. What is known to be wrong is told before what is not known. */
export function checkContexts2(documents: readonly DocumentOf2[]): Check {
  const faults = documents.flatMap((document) => faultOf(document) ?? []);
  return (
    faults.find(({ reason }) => reason !== 'context-unknown') ??
    faults[0] ??
    passed('contexts', 'open-badge-2-context')
  );
}

function faultOf({ object, at, isCopy = false }: DocumentOf2): Check | undefined {
  if (!object) return undefined;
  const place = (path: string): Check['details'] => (path === '' ? undefined : { path });
  const found = contextsIn(object, { at, member: '', isOfExtension: false });
  const inline = found.find(({ context }) => typeof context !== 'string');
  if (inline) return failed('contexts', 'context-inline', place(inline.at));
  const own = listOf(object['@context']);
  const isEarlier = own.some((context) => earlierContexts.includes(context)) && !own.some(isKnown);
  if ((own.length === 0 && !isCopy) || isEarlier) {
    return failed('contexts', 'open-badge-2-context-missing', place(at));
  }
  if (isSpokenOf(stringOf(object['id']), object)) return failed('contexts', 'id-repeated', place(at));
  const unknown = found.find(({ context, isOfExtension }) => !isOfExtension && !isKnown(context));
  if (!unknown) return undefined;
  return failed('contexts', 'context-unknown', {
    ...place(unknown.at),
    context: (stringOf(unknown.context) ?? '').slice(0, 300),
  });
}

const isKnown = (context: JsonValue): boolean =>
  typeof context === 'string' && openBadges2Contexts.includes(context);

function contextsIn(value: JsonValue, within: Omit<Found, 'context'> & { member: string }): Found[] {
  if (Array.isArray(value)) return value.flatMap((one) => contextsIn(one, within));
  if (!isJsonObject(value)) return [];
  const { at, member } = within;
  const isOfExtension = within.isOfExtension || (member !== '' && isExtension(value, member));
  return Object.entries(value).flatMap(([name, inner]) =>
    name === '@context'
      ? listOf(inner).map((context) => ({ context, at, isOfExtension }))
      : contextsIn(inner, { at: at === '' ? name : `${at}.${name}`, member: name, isOfExtension }),
  );
}

/** An object in an extension that has the id of the document says something of the document, in words of the extension. */
function isSpokenOf(id: string | undefined, value: JsonValue, isInside = false): boolean {
  if (id === undefined || typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((one) => isSpokenOf(id, one, isInside));
  if (isInside && value['id'] === id) return true;
  return Object.entries(value).some(([member, inner]) =>
    listOf(inner).some((one) => isSpokenOf(id, one, isInside || isExtension(one, member))),
  );
}

/** What is read is no extension, whatever it calls itself. */
const isExtension = (value: JsonValue, member: string): boolean =>
  isJsonObject(value) && listOf(value['type']).includes('Extension') && !readMembers.includes(member);
