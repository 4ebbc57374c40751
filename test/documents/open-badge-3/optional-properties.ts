/**
 * The properties that the official schema knows and Acquis does not write: each in a right form, and in wrong ones, which
 * both the schema and our own rules refuse.
 */
import type { JsonObject, JsonValue } from '../../../src/documents/json/json-value.js';
import { achievementOf, type Breakable } from './breakable.js';
import {
  image,
  identifier,
  alignment,
  related,
  level,
  geo,
  profile,
  proof,
  refreshService,
  terms,
  endorsement,
  token,
} from './right-parts.js';

export interface OptionalProperty {
  of: (credential: Breakable) => Record<string, unknown>;
  name: string;
  right: JsonValue;
  /** What is wrong, and the property with it. */
  wrong: Record<string, JsonValue>;
}

/** @param name of a property whose value is text */
const asNumber = (whole: JsonObject, name: string): JsonObject => ({ ...whole, [name]: 7 });
const lacking = (whole: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));

const ofIssuer = (credential: Breakable): Record<string, unknown> => credential.issuer;
const ofSubject = (credential: Breakable): Record<string, unknown> => credential.credentialSubject;
const ofAddress = (credential: Breakable): Record<string, unknown> =>
  credential.issuer['address'] as Record<string, unknown>;
const ofOutcome = (credential: Breakable): Record<string, unknown> =>
  achievementOf(credential).resultDescription[0]!;
const ofResult = (credential: Breakable): Record<string, unknown> => credential.credentialSubject.result[0]!;
const ofEvidence = (credential: Breakable): Record<string, unknown> => credential.evidence[0]!;
const ofCredential = (credential: Breakable): Record<string, unknown> => credential;

/** A property whose value is text, whatever the text. */
const textIn = (of: OptionalProperty['of'], name: string, right = 'Some text'): OptionalProperty => ({
  of,
  name,
  right,
  wrong: { 'as a number': 7 },
});
const momentIn = (of: OptionalProperty['of'], name: string): OptionalProperty => ({
  of,
  name,
  right: '2026-02-28T23:59:59.5+01:00',
  wrong: {
    'as a date alone': '2026-02-28',
    'without zone': '2026-02-28T23:59:59',
    'on a day that is none': '2026-02-30T10:00:00Z',
    'at an hour that is none': '2026-02-28T25:00:00Z',
  },
});
const endorsementsIn = (of: OptionalProperty['of']): OptionalProperty[] => [
  {
    of,
    name: 'endorsement',
    right: [endorsement],
    wrong: {
      'without list': endorsement,
      'as an address': ['https://x.example/endorsements/1'],
      'that are badges': [{ ...endorsement, type: ['VerifiableCredential', 'OpenBadgeCredential'] }],
      'without a name': [lacking(endorsement, 'name')],
      'without issuer': [lacking(endorsement, 'issuer')],
      'without a date': [lacking(endorsement, 'validFrom')],
      'about nothing': [{ ...endorsement, credentialSubject: { type: ['EndorsementSubject'] } }],
    },
  },
  {
    of,
    name: 'endorsementJwt',
    right: [token],
    wrong: { 'without list': token, 'of two parts': ['e30.c2ln'], 'as an object': [{ token }] },
  },
];

export const optionalProperties: Record<string, OptionalProperty> = {
  'an image of the credential': {
    of: ofCredential,
    name: 'image',
    right: image,
    wrong: { 'as an address': 'https://x.example/a.png' },
  },
  'an achievementType of the list': {
    of: achievementOf,
    name: 'achievementType',
    right: 'CoCurricular',
    wrong: { 'that is unknown': 'Microcredential', 'as a list': ['MicroCredential'] },
  },
  'an achievementType of our own': {
    of: achievementOf,
    name: 'achievementType',
    right: 'ext:StudyUnit',
    wrong: { 'with another prefix': 'x:StudyUnit' },
  },
  'a creator': {
    of: achievementOf,
    name: 'creator',
    right: { ...profile, parentOrg: profile },
    wrong: { 'as an address': 'https://x.example/issuers/1' },
  },
  'a code for people': textIn(achievementOf, 'humanCode'),
  'a specialization': textIn(achievementOf, 'specialization'),
  'other identifiers of the achievement': {
    of: achievementOf,
    name: 'otherIdentifier',
    right: [identifier],
    wrong: {
      'without list': identifier,
      'whose type is a list': [{ ...identifier, type: ['IdentifierEntry'] }],
    },
  },
  tags: { of: achievementOf, name: 'tag', right: ['soil'], wrong: { 'as text': 'soil', 'as numbers': [7] } },
  'related achievements': {
    of: achievementOf,
    name: 'related',
    right: [related],
    wrong: {
      'without list': related,
      'whose type is text': [{ ...related, type: 'Related' }],
      'of another type': [{ ...related, type: ['Achievement'] }],
      'without id': [lacking(related, 'id')],
      'in a language unknown': [{ ...related, inLanguage: 'french' }],
      'whose version is a number': [asNumber(related, 'version')],
    },
  },
  'levels of a rubric': {
    of: ofOutcome,
    name: 'rubricCriterionLevel',
    right: [level],
    wrong: {
      'without list': level,
      'whose type is text': [{ ...level, type: 'RubricCriterionLevel' }],
      'without id': [lacking(level, 'id')],
      'without name': [lacking(level, 'name')],
      'whose points are a number': [asNumber(level, 'points')],
      'whose level is a number': [asNumber(level, 'level')],
      'whose description is a number': [asNumber(level, 'description')],
      'with an alignment that leads nowhere': [{ ...level, alignment: [lacking(alignment, 'targetUrl')] }],
    },
  },
  'values that are allowed': {
    of: ofOutcome,
    name: 'allowedValue',
    right: ['passed'],
    wrong: { 'as text': 'passed', 'as numbers': [7] },
  },
  'a level that is required': textIn(ofOutcome, 'requiredLevel', 'https://x.example/levels/1'),
  'a value that is required': textIn(ofOutcome, 'requiredValue'),
  'alignments of a result': {
    of: ofResult,
    name: 'alignment',
    right: [alignment],
    wrong: { 'without list': alignment, 'with a type unknown': [{ ...alignment, targetType: 'Skill' }] },
  },
  'a level achieved': textIn(ofResult, 'achievedLevel', 'https://x.example/levels/1'),
  'a day on which the activity began': momentIn(ofSubject, 'activityStartDate'),
  'a day on which the activity ended': momentIn(ofSubject, 'activityEndDate'),
  'an image of the award': {
    of: ofSubject,
    name: 'image',
    right: image,
    wrong: {
      'as an address': 'https://x.example/a.png',
      'of another type': { ...image, type: 'Picture' },
      'whose type is a list': { ...image, type: ['Image'] },
      'without id': lacking(image, 'id'),
      'with more in it': { ...image, width: '10' },
    },
  },
  'the number of a licence': textIn(ofSubject, 'licenseNumber'),
  'a narrative': textIn(ofSubject, 'narrative'),
  'a role': textIn(ofSubject, 'role'),
  'a term': textIn(ofSubject, 'term'),
  'a source': {
    of: ofSubject,
    name: 'source',
    right: profile,
    wrong: { 'whose type is text': { ...profile, type: 'Profile' } },
  },
  'what evidence is': textIn(ofEvidence, 'description'),
  'whom evidence is for': textIn(ofEvidence, 'audience'),
  ...Object.fromEntries(
    [
      'phone',
      'description',
      'official',
      'familyName',
      'givenName',
      'additionalName',
      'patronymicName',
      'honorificPrefix',
      'honorificSuffix',
      'familyNamePrefix',
    ].map((name) => [`${name} of the issuer`, textIn(ofIssuer, name)]),
  ),
  'the birthday of an issuer': {
    of: ofIssuer,
    name: 'dateOfBirth',
    right: '1816-02-29',
    wrong: { 'on a day that is none': '1815-02-29', 'as a moment': '1815-12-10T00:00:00Z' },
  },
  'an image of the issuer': {
    of: ofIssuer,
    name: 'image',
    right: image,
    wrong: { 'as an address': 'https://x.example/a.png' },
  },
  'an organisation above the issuer': {
    of: ofIssuer,
    name: 'parentOrg',
    right: { ...profile, parentOrg: profile },
    wrong: {
      'as an address': 'https://x.example/issuers/1',
      'without id': lacking(profile, 'id'),
      'whose type is text': { ...profile, type: 'Profile' },
      'whose name is a number': asNumber(profile, 'name'),
      'with one above it that has no type': { ...profile, parentOrg: lacking(profile, 'type') },
    },
  },
  ...Object.fromEntries(
    [
      'addressCountry',
      'addressCountryCode',
      'addressRegion',
      'addressLocality',
      'streetAddress',
      'postOfficeBoxNumber',
      'postalCode',
    ].map((name) => [`${name} of the issuer`, textIn(ofAddress, name)]),
  ),
  'a place on the map': {
    of: ofAddress,
    name: 'geo',
    right: geo,
    wrong: {
      'whose type is a list': { ...geo, type: ['GeoCoordinates'] },
      'without longitude': lacking(geo, 'longitude'),
      'whose latitude is text': { ...geo, latitude: '50.5' },
    },
  },
  proofs: {
    of: ofCredential,
    name: 'proof',
    right: [proof],
    wrong: {
      'without type': [lacking(proof, 'type')],
      'created on a date alone': [{ ...proof, created: '2026-03-04' }],
      'created on a day that is none': [{ ...proof, created: '2026-13-04T10:11:12Z' }],
      ...Object.fromEntries(
        Object.keys(lacking(lacking(proof, 'type'), 'created')).map((name) => [
          `whose ${name} is a number`,
          [asNumber(proof, name)],
        ]),
      ),
    },
  },
  'a service that refreshes': {
    of: ofCredential,
    name: 'refreshService',
    right: refreshService,
    wrong: {
      'as a list': [refreshService],
      'without id': lacking(refreshService, 'id'),
      'without type': lacking(refreshService, 'type'),
    },
  },
  'terms of use': {
    of: ofCredential,
    name: 'termsOfUse',
    right: [terms],
    wrong: {
      'without list': terms,
      'without type': [lacking(terms, 'type')],
      'whose type is a list': [{ ...terms, type: ['Policy'] }],
      'whose id is a number': [asNumber(terms, 'id')],
    },
  },
  ...Object.fromEntries(
    (
      [
        ['credential', ofCredential],
        ['achievement', achievementOf],
        ['issuer', ofIssuer],
      ] as const
    ).flatMap(([whose, of]) =>
      endorsementsIn(of).map((property) => [`${property.name} of the ${whose}`, property]),
    ),
  ),
};
