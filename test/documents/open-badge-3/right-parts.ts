/** Parts of an Open Badges 3.0 credential in a right form, each with every property that the official schema knows of it. */
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { endorsementCredential } from '../../../src/documents/open-badge-3/endorsement-credential.js';
import { anInstitution, testBase } from '../credential-content.builder.js';

export const image: JsonObject = { id: 'https://x.example/a.png', type: 'Image', caption: 'A picture' };
export const identifier: JsonObject = {
  type: 'IdentifierEntry',
  identifier: '0409.892.023',
  identifierType: 'ext:VAT',
};
export const alignment: JsonObject = {
  type: ['Alignment'],
  targetName: 'Sampling',
  targetUrl: 'https://x.example/sampling',
  targetCode: 'S1',
  targetDescription: 'How to sample',
  targetFramework: 'Soil',
  targetType: 'CTDL',
};
export const related: JsonObject = {
  id: 'https://x.example/achievements/1/fr',
  type: ['Related'],
  inLanguage: 'fr',
  version: '1',
};
export const level: JsonObject = {
  id: 'https://x.example/levels/1',
  type: ['RubricCriterionLevel'],
  name: 'Able',
  alignment: [alignment],
  description: 'Works alone',
  level: 'high',
  points: '10',
};
export const geo: JsonObject = { type: 'GeoCoordinates', latitude: 50.5, longitude: 4.9 };
export const address: JsonObject = {
  type: ['Address'],
  addressCountry: 'Belgium',
  addressCountryCode: 'BE',
  addressRegion: 'Wallonie',
  addressLocality: 'Namur',
  streetAddress: 'Rue de Bruxelles 61',
  postOfficeBoxNumber: '1',
  postalCode: '5000',
  geo,
};
export const profile: JsonObject = {
  id: 'https://x.example/issuers/1',
  type: ['Profile'],
  name: 'A federation',
  url: 'https://x.example/',
  phone: '+32 81 72 41 11',
  description: 'It federates',
  image,
  email: 'badges@x.example',
  address,
  otherIdentifier: [identifier],
  official: 'Ada Lovelace',
  familyName: 'Lovelace',
  givenName: 'Ada',
  additionalName: 'Augusta',
  patronymicName: 'Byron',
  honorificPrefix: 'Countess',
  honorificSuffix: 'PhD',
  familyNamePrefix: 'of',
  dateOfBirth: '1815-12-10',
};
export const proof: JsonObject = {
  type: 'DataIntegrityProof',
  created: '2026-03-04T10:11:12Z',
  cryptosuite: 'eddsa-rdfc-2022',
  challenge: 'c',
  domain: 'x.example',
  nonce: 'n',
  proofPurpose: 'assertionMethod',
  proofValue: 'z1',
  verificationMethod: 'did:web:x.example#key',
};
export const refreshService: JsonObject = {
  id: 'https://x.example/refresh/1',
  type: '1EdTechCredentialRefresh',
};
export const terms: JsonObject = { id: 'https://x.example/terms', type: 'Policy' };
export const schemas: JsonObject[] = [
  { id: 'https://x.example/schema', type: '1EdTechJsonSchemaValidator2019' },
];
export const endorsement: JsonObject = {
  ...endorsementCredential({
    base: testBase,
    endorsementId: 'e1',
    institution: anInstitution(),
    about: { id: 'https://x.example/achievements/1', title: 'Soil sampling' },
    endorser: { name: 'Acme SA', url: 'https://acme.example/', country: 'BE' },
    statement: { en: 'We hire people who hold it.' },
    confirmation: { by: 'inviter' },
    validFrom: new Date('2026-05-20T09:00:00Z'),
  }),
  validUntil: '2036-05-20T09:00:00Z',
  awardedDate: '2026-05-20T09:00:00Z',
  proof: [proof],
  credentialSchema: schemas,
  credentialStatus: { id: 'https://x.example/status#1', type: '1EdTechRevocationList' },
  refreshService,
  termsOfUse: [terms],
};
export const token = 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln';
