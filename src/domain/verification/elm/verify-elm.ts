/**
 * Data of the European Learning Model. What nobody has sealed cannot be verified, and the reader is told so in words; seals lead to
 * the Union's trusted lists, which are not looked at here: Europass does.
 * https://europa.eu/europass/elm-browser/
 */
import { isJsonObject, type JsonValue, listOf } from '../../../documents/json/json-value.js';
import type { ElmReading } from '../../../documents/read/reading.js';
import { failed, notChecked } from '../checks.js';
import type { Check, CredentialFacts } from '../report.js';
import { shownText } from '../shown-text.js';

/** The facts are what the data say of themselves; the learner's name is not among them. */
export function verifyElm({ kind, credential }: ElmReading): { checks: Check[]; facts: CredentialFacts } {
  const { issuer, displayParameter } = credential;
  return {
    checks: [
      kind === 'elm'
        ? failed('signature', 'elm-unsigned')
        : notChecked('signature', 'elm-seal-not-looked-at'),
    ],
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
