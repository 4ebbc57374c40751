/**
 * The claims that the holder shows or keeps back, one by one: who earned it, how well, and what leads to the award's public
 * page. Evidence is among them because it may tell the grade.
 */
import { addresses } from '../addresses.js';
import type { CredentialContent } from '../credential-content.js';
import { gradeOfOutcome, outcomeText } from '../european-elements/outcome-alignments.js';
import type { DraftObject } from '../json/signable.js';
import type { SdJwtContent } from './sd-jwt-content.js';

/** More digests than there are claims: nobody sees from their number whether there is a grade or evidence. */
export const digestsInAll = 8;

export const heldBackNames = ['sub', 'name', 'email', 'grade', 'evidence', 'award'] as const;

export function heldBackClaims({
  credential,
  holder,
}: SdJwtContent): Record<(typeof heldBackNames)[number], DraftObject[string]> {
  const { base, awardId, recipient, evidence } = credential;
  return {
    sub: recipient.subjectId,
    name: holder.name,
    email: holder.email,
    grade: gradeClaim(credential),
    evidence: evidence.map(({ name, narrative, kind }) => ({ name, narrative, kind })),
    award: addresses(base).award(awardId),
  };
}

/** Of the whole and of outcomes that are proven by themselves: shown or kept back together. */
function gradeClaim(credential: CredentialContent): DraftObject | undefined {
  const { grade, outcomeGrades, achievement } = credential;
  if (!grade && !outcomeGrades) return undefined;
  const graded = achievement.outcomes.flatMap((outcome) => {
    const own = gradeOfOutcome(credential, outcome);
    const text = outcomeText(credential, outcome);
    return own ? [{ learning_outcome: text, value: String(own.value), maximum: String(own.maximum) }] : [];
  });
  return {
    value: grade && String(grade.value),
    maximum: grade?.maximum === undefined ? undefined : String(grade.maximum),
    description: grade?.description,
    scale: achievement.gradeScale,
    learning_outcomes: graded,
  };
}
