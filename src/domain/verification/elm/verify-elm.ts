/**
 * Data of the European Learning Model that nobody has sealed: there is nothing to verify, and the reader is told so in words.
 * https://europa.eu/europass/elm-browser/
 */
import { isJsonObject, type JsonObject, type JsonValue, listOf } from '../../../documents/json/json-value.js';
import { failed } from '../checks.js';
import type { Check, CredentialFacts } from '../report.js';
import { shownText } from '../shown-text.js';

/** The facts are what the data say of themselves; the learner's name is not among them. */
export function verifyElm(credential: JsonObject): { checks: Check[]; facts: CredentialFacts } {
  const { issuer, displayParameter } = credential;
  return {
    checks: [failed('signature', 'elm-unsigned')],
    facts: {
      id: shownText(credential['id']),
      title: anyLanguage(isJsonObject(displayParameter) ? displayParameter['title'] : undefined),
      issuerName: anyLanguage(isJsonObject(issuer) ? issuer['legalName'] : undefined),
      issuerId: shownText(isJsonObject(issuer) ? issuer['id'] : issuer),
      validFrom: shownText(credential['validFrom']),
      validUntil: shownText(credential['validUntil'] ?? credential['expirationDate']),
    },
  };
}

/** The first text of a language map, whose texts may stand alone or in lists. */
function anyLanguage(map: JsonValue | undefined): string | undefined {
  return isJsonObject(map) ? shownText(listOf(Object.values(map)[0])[0]) : undefined;
}
