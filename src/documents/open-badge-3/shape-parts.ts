/**
 * What the shapes of all Open Badges 3.0 credentials have in common: issuer, dates, status, proof, endorsements, how lists are
 * written. https://www.imsglobal.org/spec/ob/v3p0/#org.1edtech.ob.v3p0.profile.class
 */
import { z } from 'zod';
import { credentialsContext, legacyCredentialsContext } from '../contexts/context-documents.js';
import { identifierTypes } from './enumerations.js';

/** What a list may be written as. */
export type ListRule = 'arrays-only' | 'single-allowed';

export const moment = z.iso.datetime({ offset: true });
export const iri = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/);
export const language = z.string().regex(/^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/);
export const text = z.string().optional();

const credentialsAddress = z.enum([credentialsContext, legacyCredentialsContext]);
const openBadgesAddress = z
  .string()
  .regex(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/);
/** A context that is no address belongs to the form; whether it is trusted, src/documents/read/check-contexts.ts says. */
const contexts = z.tuple(
  [credentialsAddress, openBadgesAddress],
  z.union([z.string(), z.record(z.string(), z.unknown())]),
);

const coordinates = z.looseObject({
  type: z.literal('GeoCoordinates'),
  latitude: z.number(),
  longitude: z.number(),
});

/** The parts under one of the two rules for lists. */
export function shapeParts(rule: ListRule) {
  const isStrict = rule === 'arrays-only';
  const list = <T extends z.ZodType>(item: T) =>
    z.preprocess(
      (given) => (isStrict || given === undefined || Array.isArray(given) ? given : [given]),
      z.array(item).min(1),
    );
  const typed = (...types: string[]) =>
    list(z.string()).refine((given) => types.some((type) => given.includes(type)), { message: 'type' });
  /** The official schema finds `ext:` anywhere in a word; the specification has it at the beginning. */
  const extension = z.string().regex(isStrict ? /^ext:[A-Za-z0-9._-]+$/ : /ext:[A-Za-z0-9._|]/);
  const namedOrExtension = <const Names extends readonly string[]>(names: Names) =>
    z.union([z.enum(names), extension]);
  /** The official schema takes any text for an address: so do we of others, but for what a credential is about and who says it. */
  const address = isStrict ? iri : z.string();

  const image = z.strictObject({ id: address, type: z.literal('Image'), caption: text });
  const identifierType = namedOrExtension(identifierTypes);
  const identifierEntry = z.strictObject({
    type: z.literal('IdentifierEntry'),
    identifier: z.string(),
    identifierType,
  });
  const endorsed = {
    endorsement: list(z.lazy((): z.ZodType => endorsementInside)).optional(),
    endorsementJwt: list(z.string().regex(/^[\w-]+\.[\w-]*\.[\w-]+$/)).optional(),
  };
  const profile = z.looseObject({
    id: address,
    type: typed('Profile'),
    name: text,
    url: address.optional(),
    phone: text,
    description: text,
    image: image.optional(),
    email: text,
    address: z
      .looseObject({
        type: typed('Address'),
        addressCountry: text,
        addressCountryCode: text,
        addressRegion: text,
        addressLocality: text,
        streetAddress: text,
        postOfficeBoxNumber: text,
        postalCode: text,
        geo: coordinates.optional(),
      })
      .optional(),
    otherIdentifier: list(identifierEntry).optional(),
    official: text,
    parentOrg: z.lazy((): z.ZodType => profile).optional(),
    familyName: text,
    givenName: text,
    additionalName: text,
    patronymicName: text,
    honorificPrefix: text,
    honorificSuffix: text,
    familyNamePrefix: text,
    dateOfBirth: z.iso.date().optional(),
    ...endorsed,
  });
  const proof = z.looseObject({
    type: z.string(),
    created: moment.optional(),
    cryptosuite: text,
    challenge: text,
    domain: text,
    nonce: text,
    proofPurpose: text,
    proofValue: text,
    verificationMethod: text,
  });
  const status = z.looseObject({ id: address, type: z.string() });
  /** Members of every credential, wherever it stands. */
  const members = {
    description: text,
    validFrom: moment.optional(),
    validUntil: moment.optional(),
    issuanceDate: moment.optional(),
    expirationDate: moment.optional(),
    awardedDate: moment.optional(),
    credentialSchema: list(z.looseObject({ id: address, type: z.string() })).optional(),
    refreshService: z.looseObject({ id: address, type: z.string() }).optional(),
    termsOfUse: list(z.looseObject({ id: address.optional(), type: z.string() })).optional(),
    proof: list(proof).optional(),
  };
  /** Members of a credential that stands by itself. */
  const envelope = {
    ...members,
    '@context': contexts,
    id: iri,
    name: text,
    image: image.optional(),
    issuer: profile.extend({ id: iri }),
    credentialStatus: status
      .extend({ id: iri })
      .refine((given) => given['statusListCredential'] !== given.id, { message: 'status-id' })
      .optional(),
  };
  /** A credential of one of these types beside VerifiableCredential. */
  const credentialOf = (...types: string[]) =>
    list(z.string()).refine(
      (given) => given.includes('VerifiableCredential') && types.some((type) => given.includes(type)),
      { message: 'type' },
    );
  const endorsementSubject = z.looseObject({
    id: address,
    type: typed('EndorsementSubject'),
    endorsementComment: text,
  });
  /** What the official schema asks of an endorsement; the rest is told where the endorsement is verified by itself. */
  const endorsementInside = z
    .looseObject({
      ...members,
      // one without contexts of its own is read in those around it
      '@context': contexts.optional(),
      id: address,
      type: credentialOf('EndorsementCredential'),
      name: z.string(),
      issuer: z.union([z.string(), profile]),
      credentialSubject: endorsementSubject,
      credentialStatus: status.optional(),
    })
    .refine(saysFromWhen.test, saysFromWhen.fault);
  return {
    address,
    credentialOf,
    endorsed,
    endorsementSubject,
    envelope,
    identifierEntry,
    identifierType,
    image,
    list,
    namedOrExtension,
    profile,
    typed,
  };
}

/** issuanceDate is its name in version 1.1 of the data model. */
export const saysFromWhen = {
  test: (given: { validFrom?: string; issuanceDate?: string }): boolean =>
    given.validFrom !== undefined || given.issuanceDate !== undefined,
  fault: { path: ['validFrom'] },
};
