/**
 * The shape of Open Badges 3.0 credentials as zod: strict (arrays everywhere) for what we send, tolerant of single values for
 * what we read. https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 */
import { z } from 'zod';
import { achievementShape } from './achievement-shape.js';
import { resultStatuses } from './enumerations.js';
import { iri, type ListRule, moment, saysFromWhen, shapeParts, text } from './shape-parts.js';

/** The schema under one of the two rules for lists. */
export function credentialShape(rule: ListRule) {
  const parts = shapeParts(rule);
  const { address, credentialOf, endorsed, envelope, identifierType, image, list, profile, typed } = parts;
  const { achievement, alignment } = achievementShape(parts);
  const identity = z.strictObject({
    type: z.literal('IdentityObject'),
    hashed: z.boolean(),
    identityHash: z.string(),
    identityType: identifierType,
    salt: text,
  });
  const result = z.looseObject({
    type: typed('Result'),
    resultDescription: address.optional(),
    value: text,
    achievedLevel: address.optional(),
    status: z.enum(resultStatuses).optional(),
    alignment: list(alignment).optional(),
  });
  const subject = z
    .looseObject({
      id: iri.optional(),
      type: typed('AchievementSubject'),
      achievement,
      activityEndDate: moment.optional(),
      activityStartDate: moment.optional(),
      identifier: list(identity).optional(),
      image: image.optional(),
      creditsEarned: z.number().optional(),
      licenseNumber: text,
      narrative: text,
      result: list(result).optional(),
      role: text,
      source: profile.optional(),
      term: text,
    })
    .refine((given) => given.id !== undefined || given.identifier !== undefined, { message: 'recipient' });
  const evidence = z.looseObject({
    id: address.optional(),
    type: typed('Evidence'),
    name: text,
    narrative: text,
    description: text,
    genre: text,
    audience: text,
  });
  const credential = z.looseObject({
    ...envelope,
    ...endorsed,
    type: credentialOf('OpenBadgeCredential', 'AchievementCredential'),
    credentialSubject: subject,
    evidence: list(evidence).optional(),
  });
  return credential.refine(saysFromWhen.test, saysFromWhen.fault);
}

/** For what we send. */
export const strictCredential = credentialShape('arrays-only');
/** For what we read: single values where a list could stand are made lists. */
export const tolerantCredential = credentialShape('single-allowed');
export type OpenBadge3Credential = z.infer<typeof tolerantCredential>;
