/**
 * The shape of Open Badges 3.0 credentials as zod: strict (arrays everywhere) for what we send, tolerant of single values for
 * what we read. https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 */
import { z } from 'zod';
import { credentialsContext, legacyCredentialsContext } from '../contexts/context-documents.js';

/** What a list may be written as. */
export type ListRule = 'arrays-only' | 'single-allowed';

const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
const iri = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/);
const extension = z.string().regex(/^ext:[A-Za-z0-9._-]+$/);
const language = z.string().regex(/^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/);

const credentialsAddress = z.enum([credentialsContext, legacyCredentialsContext]);
const openBadgesAddress = z
  .string()
  .regex(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/);

/** https://www.imsglobal.org/spec/ob/v3p0/#identifiertypeenum */
const identifierType = z.union([
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

/** https://www.imsglobal.org/spec/ob/v3p0/#resulttype */
const resultType = z.union([
  z.enum([
    'GradePointAverage',
    'LetterGrade',
    'Percent',
    'PerformanceLevel',
    'PredictedScore',
    'RawScore',
    'Result',
    'RubricCriterion',
    'RubricCriterionLevel',
    'RubricScore',
    'ScaledScore',
    'Status',
  ]),
  extension,
]);

const resultStatus = z.enum([
  'Completed',
  'Enrolled',
  'Failed',
  'InProgress',
  'OnHold',
  'Provisional',
  'Withdrew',
]);

/** https://www.imsglobal.org/spec/ob/v3p0/#alignment */
const targetType = z.union([
  z.enum([
    'ceasn:Competency',
    'ceterms:Credential',
    'CFItem',
    'CFRubric',
    'CFRubricCriterion',
    'CFRubricCriterionLevel',
    'CTDL',
  ]),
  extension,
]);

/** The schema under one of the two rules for lists. */
export function credentialShape(rule: ListRule) {
  const list = <T extends z.ZodType>(item: T) =>
    z.preprocess(
      (given) => (rule === 'arrays-only' || given === undefined || Array.isArray(given) ? given : [given]),
      z.array(item).min(1),
    );
  const typed = (...types: string[]) =>
    list(z.string()).refine((given) => types.some((type) => given.includes(type)), { message: 'type' });

  const image = z.strictObject({ id: iri, type: z.literal('Image'), caption: z.string().optional() });
  const alignment = z.looseObject({
    type: typed('Alignment'),
    targetName: z.string(),
    targetUrl: iri,
    targetCode: z.string().optional(),
    targetDescription: z.string().optional(),
    targetFramework: z.string().optional(),
    targetType: targetType.optional(),
  });
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
  const identity = z.strictObject({
    type: z.literal('IdentityObject'),
    hashed: z.boolean(),
    identityHash: z.string(),
    identityType: identifierType,
    salt: z.string().optional(),
  });
  const resultDescription = z.looseObject({
    id: iri,
    type: typed('ResultDescription'),
    name: z.string(),
    resultType,
    alignment: list(alignment).optional(),
    allowedValue: list(z.string()).optional(),
    valueMin: z.string().optional(),
    valueMax: z.string().optional(),
    requiredValue: z.string().optional(),
  });
  const achievement = z.looseObject({
    id: iri,
    type: typed('Achievement'),
    name: z.string(),
    description: z.string(),
    criteria: z
      .looseObject({ id: iri.optional(), narrative: z.string().optional() })
      .refine((criteria) => criteria.id !== undefined || criteria.narrative !== undefined, {
        message: 'criteria',
      }),
    achievementType: z.string().optional(),
    alignment: list(alignment).optional(),
    creator: profile.optional(),
    creditsAvailable: z.number().optional(),
    fieldOfStudy: z.string().optional(),
    humanCode: z.string().optional(),
    image: image.optional(),
    inLanguage: language.optional(),
    otherIdentifier: list(identifierEntry).optional(),
    resultDescription: list(resultDescription).optional(),
    tag: list(z.string()).optional(),
    version: z.string().optional(),
  });
  const result = z.looseObject({
    type: typed('Result'),
    resultDescription: iri.optional(),
    value: z.string().optional(),
    achievedLevel: iri.optional(),
    status: resultStatus.optional(),
    alignment: list(alignment).optional(),
  });
  const subject = z
    .looseObject({
      id: iri.optional(),
      type: typed('AchievementSubject'),
      achievement,
      identifier: list(identity).optional(),
      creditsEarned: z.number().optional(),
      narrative: z.string().optional(),
      result: list(result).optional(),
      source: profile.optional(),
    })
    .refine((given) => given.id !== undefined || given.identifier !== undefined, { message: 'recipient' });

  const credential = z.looseObject({
    '@context': z.tuple([credentialsAddress, openBadgesAddress], z.string()),
    id: iri,
    type: list(z.string()).refine(
      (types) =>
        types.includes('VerifiableCredential') &&
        (types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')),
      { message: 'type' },
    ),
    name: z.string().optional(),
    description: z.string().optional(),
    image: image.optional(),
    issuer: profile,
    validFrom: moment.optional(),
    validUntil: moment.optional(),
    issuanceDate: moment.optional(),
    expirationDate: moment.optional(),
    awardedDate: moment.optional(),
    credentialSubject: subject,
    evidence: list(
      z.looseObject({
        id: iri.optional(),
        type: typed('Evidence'),
        name: z.string().optional(),
        narrative: z.string().optional(),
        genre: z.string().optional(),
      }),
    ).optional(),
    credentialSchema: list(z.looseObject({ id: iri, type: z.string() })).optional(),
    credentialStatus: z
      .looseObject({ id: iri, type: z.string() })
      .refine((status) => status['statusListCredential'] !== status.id, { message: 'status-id' })
      .optional(),
    proof: list(z.looseObject({ type: z.string() })).optional(),
  });
  // issuanceDate is its name in version 1.1 of the data model
  return credential.refine((given) => given.validFrom !== undefined || given.issuanceDate !== undefined, {
    path: ['validFrom'],
  });
}

/** For what we send. */
export const strictCredential = credentialShape('arrays-only');
/** For what we read: single values where a list could stand are made lists. */
export const tolerantCredential = credentialShape('single-allowed');
export type OpenBadge3Credential = z.infer<typeof tolerantCredential>;
