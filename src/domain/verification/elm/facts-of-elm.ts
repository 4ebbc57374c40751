/** What data of the European Learning Model say of themselves, for the reader. The learner's name is not among it. */
import { isJsonObject, type JsonObject, type JsonValue, listOf } from '../../../documents/json/json-value.js';
import type { CredentialFacts } from '../report.js';
import { shownText } from '../shown-text.js';

export function factsOfElm(credential: JsonObject): CredentialFacts {
  const { issuer, displayParameter } = credential;
  return {
    id: shownText(credential['id']),
    title: anyLanguage(isJsonObject(displayParameter) ? displayParameter['title'] : undefined),
    issuerName: anyLanguage(isJsonObject(issuer) ? issuer['legalName'] : undefined),
    issuerId: shownText(isJsonObject(issuer) ? issuer['id'] : issuer),
    validFrom: shownText(credential['validFrom']),
    validUntil: shownText(credential['validUntil'] ?? credential['expirationDate']),
  };
}

/** The first text of a language map, whose texts may stand alone or in lists. */
function anyLanguage(map: JsonValue | undefined): string | undefined {
  return isJsonObject(map) ? shownText(listOf(Object.values(map)[0])[0]) : undefined;
}
