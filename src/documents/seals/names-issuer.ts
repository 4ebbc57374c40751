/**
 * Does a certificate name the issuer that a credential names? Numbers decide where both have one of the same register; names are
 * written in many ways and languages, so another name proves nothing.
 * https://www.etsi.org/deliver/etsi_en/319400_319499/31941201/ (semantics of organizationIdentifier)
 */
import { isJsonObject, type JsonObject, listOf, stringOf } from '../json/json-value.js';
import type { CertifiedOwner } from '../certificates/certified-owner.js';

/**
 * 'untold': nothing there can be compared.
 * @param issuer as in a credential of the European Learning Model: `legalName`, `eIDASIdentifier`
 */
export function namesIssuer(
  owner: Pick<CertifiedOwner, 'organisation' | 'identifier'>,
  issuer: JsonObject,
): 'same' | 'other' | 'untold' {
  const { organisation, identifier } = owner;
  const theirs = listOf(issuer['eIDASIdentifier']).flatMap((one) =>
    isJsonObject(one) ? (stringOf(one['notation']) ?? []) : [],
  );
  if (identifier !== undefined && theirs.length > 0) {
    if (theirs.some((one) => plain(one) === plain(identifier))) return 'same';
    // an organisation stands in several registers, of other countries too, under another number in each
    const own = registerOf(identifier);
    return own !== undefined && theirs.every((one) => registerOf(one) === own) ? 'other' : 'untold';
  }
  if (organisation === undefined) return 'untold';
  const { legalName } = issuer;
  const names = isJsonObject(legalName) ? Object.values(legalName).flatMap((text) => listOf(text)) : [];
  const isNamed = names.some((name) => typeof name === 'string' && plain(name) === plain(organisation));
  return isNamed ? 'same' : 'untold';
}

/** Three letters for the register and two for its country, such as VATBE; undefined for what has another form. */
const registerOf = (identifier: string): string | undefined =>
  /^[A-Z:]{3}[A-Z]{2}(?=-)/.exec(plain(identifier))?.[0];

const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase();
