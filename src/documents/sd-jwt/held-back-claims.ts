/**
 * The claims that the holder shows or keeps back, one by one: who earned it, how well, and what leads to the award's public
 * page. Evidence is among them because it may tell the grade.
 */
import { addresses } from '../addresses.js';
import type { DraftObject } from '../json/signable.js';
import type { SdJwtContent } from './sd-jwt-content.js';

/** More digests than there are claims: nobody sees from their number whether there is a grade or evidence. */
export const digestsInAll = 8;

export const heldBackNames = ['sub', 'name', 'email', 'grade', 'evidence', 'award'] as const;

export function heldBackClaims({
  credential,
  holder,
}: SdJwtContent): Record<(typeof heldBackNames)[number], DraftObject[string]> {
  const { base, awardId, recipient, grade, achievement, evidence } = credential;
  return {
    sub: recipient.subjectId,
    name: holder.name,
    email: holder.email,
    grade: grade && {
      value: String(grade.value),
      maximum: grade.maximum === undefined ? undefined : String(grade.maximum),
      description: grade.description,
      scale: achievement.gradeScale,
    },
    evidence: evidence.map(({ name, narrative, kind }) => ({ name, narrative, kind })),
    award: addresses(base).award(awardId),
  };
}
