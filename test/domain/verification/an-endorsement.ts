/** An endorsement as another issuer would write it. https://www.imsglobal.org/spec/ob/v3p0/#endorsementcredential */
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import type { ForeignIssuer } from './foreign-issuer.js';

/** Unsigned, by that issuer. @param about identifier of what is endorsed */
export function anEndorsement(by: ForeignIssuer, about: string, changes: JsonObject = {}): JsonObject {
  const badge = without(by.credential(), 'evidence', 'credentialStatus', 'awardedDate');
  return {
    ...badge,
    id: 'https://badges.example.net/endorsements/1',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Recognised by the regional agency',
    credentialSubject: {
      id: about,
      type: ['EndorsementSubject'],
      endorsementComment: 'We have seen the laboratory of Ada.',
    },
    ...changes,
  };
}
