/** What hosted and signed Open Badges 2.0 are checked for alike: dates, recipient, what they say. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../documents/json/json-value.js';
import { matchesIdentity } from '../../../documents/identity/matches-identity.js';
import { checkDates } from '../../../documents/read/check-dates.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Check, CredentialFacts } from '../report.js';
import { shownText } from '../shown-text.js';

/** The rule of 3.0 under the names of 2.0. */
export function checkDates2({ issuedOn, expires }: JsonObject, now: Date): Check {
  const credential: JsonObject = {
    ...(issuedOn === undefined ? {} : { validFrom: issuedOn }),
    ...(expires === undefined ? {} : { validUntil: expires }),
  };
  return checkDates({ credential }, now);
}

/** @param email as typed; undefined or empty when nobody asked */
export function checkRecipient2({ recipient }: JsonObject, email: string | undefined): Check {
  const name = 'recipient';
  if (!email) return notChecked(name, 'recipient-not-asked');
  if (!isJsonObject(recipient) || recipient['type'] !== 'email')
    return notChecked(name, 'recipient-not-told');
  return matchesIdentity(recipient, email)
    ? passed(name, 'recipient-matches')
    : failed(name, 'recipient-differs');
}

export function factsOf2(
  assertion: JsonObject,
  badge: JsonObject | undefined,
  issuer: JsonObject | undefined,
): CredentialFacts {
  return {
    id: shownText(assertion['id']),
    title: shownText(badge?.['name']),
    issuerName: shownText(issuer?.['name']),
    issuerId: shownText(issuer?.['id']),
    validFrom: shownText(assertion['issuedOn']),
    validUntil: shownText(assertion['expires']),
  };
}

/** A revocation with the reason that the issuer gave. */
export function revoked(reason: JsonValue | undefined): Check {
  const text = shownText(reason);
  return failed('status', 'revoked', text === undefined ? undefined : { revocationReason: text });
}
