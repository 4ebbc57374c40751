/** Was it sent to the e-mail address that the reader typed? Told only where the learner's address stands in it. */
import { matchesIdentity } from '../../../documents/identity/matches-identity.js';
import { isJsonObject, type JsonObject, type JsonValue, listOf } from '../../../documents/json/json-value.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Check } from '../report.js';

/** @param email as typed; undefined or empty when nobody asked */
export function checkElmRecipient({ credentialSubject }: JsonObject, email: string | undefined): Check {
  const name = 'recipient';
  if (!email) return notChecked(name, 'recipient-not-asked');
  const addresses = membersOf(membersOf(membersOf([credentialSubject], 'contactPoint'), 'emailAddress'), 'id')
    .filter((id) => typeof id === 'string')
    .filter((id) => /^mailto:/i.test(id))
    .map((id) => id.slice('mailto:'.length));
  if (addresses.length === 0) return notChecked(name, 'recipient-not-told');
  return addresses.some((identity) => matchesIdentity({ identity, hashed: false }, email))
    ? passed(name, 'recipient-matches')
    : failed(name, 'recipient-differs');
}

const membersOf = (nodes: (JsonValue | undefined)[], member: string): JsonValue[] =>
  nodes.filter(isJsonObject).flatMap((node) => listOf(node[member]));
