/** What an Open Badges 3.0 credential says of itself, for the reader. */
import { isJsonObject, type JsonObject } from '../../../documents/json/json-value.js';
import { isEndorsement } from '../../../documents/open-badge-3/endorsement-shape.js';
import type { CredentialFacts } from '../report.js';
import { shownText } from '../shown-text.js';

export function factsOf(credential: JsonObject): CredentialFacts {
  const { issuer, credentialSubject: subject } = credential;
  const achievement = isJsonObject(subject) ? subject['achievement'] : undefined;
  return {
    id: shownText(credential['id']),
    title:
      shownText(isJsonObject(achievement) ? achievement['name'] : undefined) ?? shownText(credential['name']),
    issuerName: isJsonObject(issuer) ? shownText(issuer['name']) : undefined,
    issuerId: shownText(isJsonObject(issuer) ? issuer['id'] : issuer),
    validFrom: shownText(credential['validFrom'] ?? credential['issuanceDate']),
    validUntil: shownText(credential['validUntil'] ?? credential['expirationDate']),
    ...(isEndorsement(credential) && isJsonObject(subject) && endorsementFacts(subject)),
  };
}

const endorsementFacts = (subject: JsonObject): CredentialFacts => ({
  endorses: shownText(subject['id']),
  comment: shownText(subject['endorsementComment']),
});
