/**
 * An award as data of the European Learning Model 3, application profile edc-generic-full, not sealed: nobody vouches for it
 * until an institution seals it. It names the learner. https://europa.eu/europass/elm-browser/
 */
import { addresses } from '../addresses.js';
import { legacyCredentialsContext } from '../contexts/context-documents.js';
import type { JsonObject } from '../json/json-value.js';
import { signable } from '../json/signable.js';
import { utcSeconds } from '../json/utc-seconds.js';
import { concept, schemes } from './concept.js';
import { displayParameter } from './display-parameter.js';
import { type ElmContent, nodeId } from './elm-content.js';
import { institutionOrganisation } from './organisation.js';
import { person } from './person.js';

/** What its words mean; the list of the Union has them at this address. */
export const elmContext = 'http://data.europa.eu/snb/model/context/edc-ap';

/** @throws Problem document-invalid: a text with a lone surrogate */
export function europeanDigitalCredential(content: ElmContent): JsonObject {
  const { credential } = content;
  const issued = utcSeconds(credential.validFrom);
  const until = credential.validUntil && utcSeconds(credential.validUntil);
  return signable({
    '@context': [legacyCredentialsContext, elmContext],
    id: addresses(credential.base).elm(credential.awardId),
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    credentialSchema: [
      { id: 'http://data.europa.eu/snb/model/ap/edc-generic-full', type: 'ShaclValidator2017' },
    ],
    credentialProfiles: [
      concept('http://data.europa.eu/snb/credential/e34929035b', { en: ['Generic'] }, schemes.credential),
    ],
    identifier: [
      {
        id: nodeId(credential, 'identifier'),
        type: 'Identifier',
        notation: credential.awardId,
        schemeName: 'Acquis',
      },
    ],
    displayParameter: displayParameter(content),
    issuer: institutionOrganisation(credential),
    issuanceDate: issued,
    issued,
    validFrom: issued,
    validUntil: until,
    expirationDate: until,
    credentialSubject: person(content),
  });
}
