/**
 * A European Digital Credential as it is sealed: its issuer is whoever seals, as Europass has it; the institution stays the body
 * that awards. The seal itself is src/documents/seals. https://europa.eu/europass/elm-browser/
 */
import { addresses } from '../addresses.js';
import type { CredentialContent } from '../credential-content.js';
import type { JsonObject } from '../json/json-value.js';
import { type DraftObject, signable } from '../json/signable.js';
import { utcSeconds } from '../json/utc-seconds.js';
import type { SealOwner } from '../seals/seal-owner.js';
import { concept, schemes } from './concept.js';
import { countryConcept } from './country.js';
import { type ElmContent, nodeId } from './elm-content.js';
import { europeanDigitalCredential } from './european-digital-credential.js';
import { written } from './texts.js';

export interface Sealing {
  owner: SealOwner;
  /** True where another organisation seals for the institution. */
  byMandate: boolean;
  at: Date;
}

const mandate = 'http://data.europa.eu/snb/evidence-type/c_18016257';

/** @throws Problem document-invalid: a text with a lone surrogate */
export function sealedCredential(content: ElmContent, { owner, byMandate, at }: Sealing): JsonObject {
  const { credential } = content;
  const sealedAt = utcSeconds(at);
  return signable({
    ...europeanDigitalCredential(content),
    issuer: sealingOrganisation(credential, owner, byMandate),
    issued: sealedAt,
    issuanceDate: sealedAt,
    evidence: byMandate ? [mandateOf(credential, owner)] : [],
  });
}

function sealingOrganisation(
  content: CredentialContent,
  { organisation, identifier, country }: SealOwner,
  byMandate: boolean,
): DraftObject {
  const { base, institution } = content;
  const number = (name: string, notation: string, schemeName: string) => ({
    id: nodeId(content, name),
    notation,
    schemeName,
  });
  return {
    id: nodeId(content, 'seal-owner'),
    type: 'Organisation',
    legalName: written(content, organisation),
    eIDASIdentifier: {
      ...number('identifier-seal-owner', identifier, 'ETSI EN 319 412-1'),
      type: 'LegalIdentifier',
      spatial: countryConcept(country),
    },
    // leads from the seal to the awarding body, where both are one
    identifier: byMandate
      ? []
      : [
          {
            ...number('did-seal-owner', addresses(base).did(institution.id), 'did:web'),
            type: 'Identifier',
          },
        ],
    location: [
      {
        id: nodeId(content, 'location-seal-owner'),
        type: 'Location',
        address: [
          {
            id: nodeId(content, 'address-seal-owner'),
            type: 'Address',
            countryCode: countryConcept(country),
          },
        ],
      },
    ],
  };
}

/** Who answers for what: a plain text, for which the profile knows no language. */
function mandateOf(content: CredentialContent, { organisation }: SealOwner): DraftObject {
  const awarding = content.institution.legalName;
  return {
    id: nodeId(content, 'mandate'),
    type: 'Evidence',
    evidenceStatement:
      `${organisation} seals this credential on behalf of ${awarding}, which awarded it and answers for what it says. ` +
      `The seal certifies that the data come from ${awarding}.`,
    dcType: concept(mandate, { en: ['Mandate'] }, schemes.evidenceType),
  };
}
