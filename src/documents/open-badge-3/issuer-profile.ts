/** The awarding body (M3, M4) as an Open Badges 3.0 Profile. https://www.imsglobal.org/spec/ob/v3p0/#profile */
import { addresses } from '../addresses.js';
import type { IssuingInstitution } from '../credential-content.js';
import type { DraftObject } from '../json/signable.js';

const identifierTypes: Record<string, string> = {
  vat: 'ext:VAT',
  national: 'ext:NationalIdentifier',
  deqar: 'ext:DEQAR',
  ror: 'ext:ROR',
  erasmus: 'ext:ErasmusCode',
};

/** Always an object: a bare address is refused by the 1EdTech validator. */
export function issuerProfile(base: string, institution: IssuingInstitution): DraftObject {
  const at = addresses(base);
  return {
    id: at.did(institution.id),
    type: ['Profile'],
    name: institution.legalName,
    url: institution.url ?? at.institution(institution.id),
    email: institution.email,
    image: institution.imageUrl && {
      id: institution.imageUrl,
      type: 'Image',
      caption: institution.legalName,
    },
    address: {
      type: ['Address'],
      addressCountryCode: institution.country,
      addressRegion: institution.region,
    },
    otherIdentifier: institution.identifiers.map(({ scheme, value }) => ({
      type: 'IdentifierEntry',
      identifier: value,
      identifierType: identifierTypes[scheme] ?? `ext:${scheme.replace(/[^A-Za-z0-9_-]/g, '-')}`,
    })),
  };
}
