/**
 * What the shapes of all Open Badges 3.0 credentials have in common: issuer, dates, status, proof, how lists are written.
 * https://www.imsglobal.org/spec/ob/v3p0/#org.1edtech.ob.v3p0.profile.class
 */
import { z } from 'zod';
import { credentialsContext, legacyCredentialsContext } from '../contexts/context-documents.js';

/** What a list may be written as. */
export type ListRule = 'arrays-only' | 'single-allowed';

const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
export const iri = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/);
export const extension = z.string().regex(/^ext:[A-Za-z0-9._-]+$/);
export const language = z.string().regex(/^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/);

const credentialsAddress = z.enum([credentialsContext, legacyCredentialsContext]);
const openBadgesAddress = z
  .string()
  .regex(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/);

/** https://www.imsglobal.org/spec/ob/v3p0/#identifiertypeenum */
export const identifierType = z.union([
  z.enum([
    'name',
    'sourcedId',
    'systemId',
    'productId',
    'userName',
    'accountId',
    'emailAddress',
    'nationalIdentityNumber',
    'isbn',
    'issn',
    'lisSourcedId',
    'oneRosterSourcedId',
    'sisSourcedId',
    'ltiContextId',
    'ltiDeploymentId',
    'ltiToolId',
    'ltiPlatformId',
    'ltiUserId',
    'identifier',
  ]),
  extension,
]);

/** The parts under one of the two rules for lists. */
export function shapeParts(rule: ListRule) {
  const list = <T extends z.ZodType>(item: T) =>
    z.preprocess(
      (given) => (rule === 'arrays-only' || given === undefined || Array.isArray(given) ? given : [given]),
      z.array(item).min(1),
    );
  const typed = (...types: string[]) =>
    list(z.string()).refine((given) => types.some((type) => given.includes(type)), { message: 'type' });

  const image = z.strictObject({ id: iri, type: z.literal('Image'), caption: z.string().optional() });
  const identifierEntry = z.strictObject({
    type: z.literal('IdentifierEntry'),
    identifier: z.string(),
    identifierType,
  });
  const profile = z.looseObject({
    id: iri,
    type: typed('Profile'),
    name: z.string().optional(),
    url: iri.optional(),
    email: z.string().optional(),
    description: z.string().optional(),
    image: image.optional(),
    address: z
      .looseObject({
        type: typed('Address'),
        addressCountryCode: z.string().optional(),
        addressRegion: z.string().optional(),
      })
      .optional(),
    otherIdentifier: list(identifierEntry).optional(),
  });
  /** Members of the credential itself. */
  const envelope = {
    '@context': z.tuple([credentialsAddress, openBadgesAddress], z.string()),
    id: iri,
    name: z.string().optional(),
    description: z.string().optional(),
    image: image.optional(),
    issuer: profile,
    validFrom: moment.optional(),
    validUntil: moment.optional(),
    issuanceDate: moment.optional(),
    expirationDate: moment.optional(),
    awardedDate: moment.optional(),
    credentialSchema: list(z.looseObject({ id: iri, type: z.string() })).optional(),
    credentialStatus: z
      .looseObject({ id: iri, type: z.string() })
      .refine((status) => status['statusListCredential'] !== status.id, { message: 'status-id' })
      .optional(),
    proof: list(z.looseObject({ type: z.string() })).optional(),
  };
  /** A credential of one of these types beside VerifiableCredential. */
  const credentialOf = (...types: string[]) =>
    list(z.string()).refine(
      (given) => given.includes('VerifiableCredential') && types.some((type) => given.includes(type)),
      { message: 'type' },
    );
  return { list, typed, image, identifierEntry, profile, envelope, credentialOf };
}

/** issuanceDate is its name in version 1.1 of the data model. */
export const saysFromWhen = {
  test: (given: { validFrom?: string; issuanceDate?: string }): boolean =>
    given.validFrom !== undefined || given.issuanceDate !== undefined,
  fault: { path: ['validFrom'] },
};
