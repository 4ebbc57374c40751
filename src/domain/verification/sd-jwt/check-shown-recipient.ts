/** Was it issued to the e-mail address that the reader typed, as far as its holder shows that? https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims */
import { matchesIdentity } from '../../../documents/identity/matches-identity.js';
import { type JsonObject, stringOf } from '../../../documents/json/json-value.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Check } from '../report.js';

/** @param email as typed; undefined or empty when nobody asked */
export function checkShownRecipient(claims: JsonObject, email: string | undefined): Check {
  const name = 'recipient';
  if (!email) return notChecked(name, 'recipient-not-asked');
  const identity = stringOf(claims['email']);
  if (identity === undefined) return notChecked(name, 'recipient-not-shown');
  return matchesIdentity({ identity, hashed: false }, email)
    ? passed(name, 'recipient-matches')
    : failed(name, 'recipient-differs');
}
