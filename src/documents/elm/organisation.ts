/** M3 and M4: the institution and the bodies that award with it. Context term `Organisation`. */
import { addresses } from '../addresses.js';
import type { AwardingBody, CredentialContent } from '../credential-content.js';
import type { DraftObject } from '../json/signable.js';
import { countryConcept } from './country.js';
import { nodeId } from './elm-content.js';
import { eidasIdentifier, registration } from './legal-identifier.js';
import { webResource } from './note.js';
import { written } from './texts.js';

/** Issuer and first awarding body: the same node. Sealing puts the owner of the seal in the issuer's place. */
export function institutionOrganisation(content: CredentialContent): DraftObject {
  const { base, institution } = content;
  const at = addresses(base);
  const others = institution.identifiers.filter(({ scheme }) => scheme !== 'national');
  return {
    id: at.did(institution.id),
    type: 'Organisation',
    legalName: written(content, institution.legalName),
    location: [location(content, 'institution', institution)],
    eIDASIdentifier: eidasIdentifier(content),
    registration: registration(content),
    identifier: others.map(({ scheme, value }, index) => ({
      id: nodeId(content, `identifier-${index + 1}`),
      type: 'Identifier',
      notation: value,
      schemeName: scheme,
    })),
    homepage: [webResource(content, 'institution', institution.url ?? at.institution(institution.id))],
    contactPoint: institution.email
      ? [
          {
            id: nodeId(content, 'contact-institution'),
            type: 'ContactPoint',
            emailAddress: [{ id: `mailto:${institution.email}`, type: 'Mailbox' }],
          },
        ]
      : [],
  };
}

export function furtherOrganisation(
  content: CredentialContent,
  body: AwardingBody,
  index: number,
): DraftObject {
  const name = `body-${index + 1}`;
  return {
    id: nodeId(content, name),
    type: 'Organisation',
    legalName: written(content, body.legalName),
    location: [location(content, name, body)],
    homepage: body.url ? [webResource(content, name, body.url)] : [],
  };
}

function location(
  content: CredentialContent,
  name: string,
  place: { country: string; region?: string },
): DraftObject {
  return {
    id: nodeId(content, `location-${name}`),
    type: 'Location',
    geographicName: place.region ? written(content, place.region) : undefined,
    address: [
      {
        id: nodeId(content, `address-${name}`),
        type: 'Address',
        countryCode: countryConcept(place.country),
      },
    ],
  };
}
