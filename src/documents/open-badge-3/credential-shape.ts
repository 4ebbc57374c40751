/**
 * The shape of Open Badges 3.0 credentials as zod: strict (arrays everywhere) for what we send, tolerant of single values for
 * what we read. https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 */
import { z } from 'zod';
import {
  extension,
  identifierType,
  iri,
  language,
  type ListRule,
  saysFromWhen,
  shapeParts,
} from './shape-parts.js';

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
  const { list, typed, image, identifierEntry, profile, envelope, credentialOf } = shapeParts(rule);
  const alignment = z.looseObject({
    type: typed('Alignment'),
    targetName: z.string(),
    targetUrl: iri,
    targetCode: z.string().optional(),
    targetDescription: z.string().optional(),
    targetFramework: z.string().optional(),
    targetType: targetType.optional(),
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
    ...envelope,
    type: credentialOf('OpenBadgeCredential', 'AchievementCredential'),
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
  });
  return credential.refine(saysFromWhen.test, saysFromWhen.fault);
}

/** For what we send. */
export const strictCredential = credentialShape('arrays-only');
/** For what we read: single values where a list could stand are made lists. */
export const tolerantCredential = credentialShape('single-allowed');
export type OpenBadge3Credential = z.infer<typeof tolerantCredential>;
