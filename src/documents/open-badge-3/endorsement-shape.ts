/**
 * An endorsement: somebody's statement about a credential, an achievement or a profile; no award. Its shape as we read it.
 * https://www.imsglobal.org/spec/ob/v3p0/#endorsementcredential
 */
import { z } from 'zod';
import { type JsonObject, listOf } from '../json/json-value.js';
import { iri, type ListRule, saysFromWhen, shapeParts } from './shape-parts.js';

/** What calls itself a badge as well is judged as a badge. */
export function isEndorsement({ type }: JsonObject): boolean {
  const types = listOf(type);
  const isBadge = types.includes('OpenBadgeCredential') || types.includes('AchievementCredential');
  return types.includes('EndorsementCredential') && !isBadge;
}

function endorsementShape(rule: ListRule) {
  const { credentialOf, endorsementSubject, envelope } = shapeParts(rule);
  const endorsement = z.looseObject({
    ...envelope,
    type: credentialOf('EndorsementCredential'),
    name: z.string(),
    credentialSubject: endorsementSubject.extend({ id: iri }),
  });
  return endorsement.refine(saysFromWhen.test, saysFromWhen.fault);
}

export const strictEndorsement = endorsementShape('arrays-only');
/** Single values where a list could stand are made lists. */
export const tolerantEndorsement = endorsementShape('single-allowed');
