/** Was it awarded to the e-mail address that the reader typed? https://www.imsglobal.org/spec/ob/v3p0/#identityobject */
import { matchesIdentity } from '../../../documents/identity/matches-identity.js';
import { isJsonObject, type JsonObject, listOf } from '../../../documents/json/json-value.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Check } from '../report.js';

/** @param email as typed; undefined or empty when nobody asked */
export function checkRecipient(credential: JsonObject, email: string | undefined): Check {
  const name = 'recipient';
  if (!email) return notChecked(name, 'recipient-not-asked');
  const subject = credential['credentialSubject'];
  const identities = isJsonObject(subject) ? listOf(subject['identifier']) : [];
  const addresses = identities.filter((one) => isJsonObject(one) && one['identityType'] === 'emailAddress');
  if (addresses.length === 0) return notChecked(name, 'recipient-not-told');
  return addresses.some((identity) => matchesIdentity(identity, email))
    ? passed(name, 'recipient-matches')
    : failed(name, 'recipient-differs');
}
