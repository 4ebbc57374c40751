/**
 * Competencies of the course become learning outcomes of a draft, each with what proves it, where the teacher has chosen that. What
 * the draft has already is not taken twice, and what proves it there is not changed.
 */
import { cleanLine } from '../../shared/clean-text.js';
import type { CourseCompetency } from '../courses/course-records.js';
import type { AwardRule, Condition } from './award-rule.js';
import type { DraftDefinition, LearningOutcome } from './definition.js';

export interface ChosenCompetency {
  competency: CourseCompetency;
  /** All of them have to be met; none: what counts for the whole proves it. */
  proofs: readonly Condition[];
}

export interface ImportedOutcomes {
  changes: Pick<DraftDefinition, 'outcomes'>;
  /** How many outcomes are new. */
  added: number;
  /** How many outcomes, new ones or not, have got a rule of their own. */
  proven: number;
}

/** The outcome of the draft that says the same, or has the same code. */
function sameOutcome(
  { outcomes }: DraftDefinition,
  competency: CourseCompetency,
): LearningOutcome | undefined {
  const code = codeOf(competency);
  const hasCode = outcomes.find((one) => code !== undefined && one.code === code);
  return hasCode ?? saysTheSame(outcomes, competency);
}

function saysTheSame(
  outcomes: readonly LearningOutcome[],
  competency: CourseCompetency,
): LearningOutcome | undefined {
  const text = textOf(competency);
  return outcomes.find((one) => Object.values(one.text).some((told) => told === text));
}

/** True when an outcome of the draft says the same, or has the same code. */
export function isAmongOutcomes(draft: DraftDefinition, competency: CourseCompetency): boolean {
  return sameOutcome(draft, competency) !== undefined;
}

/**
 * @param chosen in the LMS's order
 * @param input.assessmentId of the assessment that proves them; '' while not chosen
 */
export function importOutcomes(
  draft: DraftDefinition,
  chosen: readonly ChosenCompetency[],
  { assessmentId }: { assessmentId: string },
): ImportedOutcomes {
  const outcomes: LearningOutcome[] = [...draft.outcomes];
  let added = 0;
  let proven = 0;
  for (const { competency, proofs } of chosen) {
    const provenBy = ruleOfProofs(proofs);
    // by code of those of before alone: two that are taken together may have one code, of different frameworks
    const before = sameOutcome(draft, competency)?.id;
    const there = outcomes.find(({ id }) => id === before) ?? saysTheSame(outcomes, competency);
    if (!there) {
      outcomes.push({
        id: freeId(outcomes),
        text: { [draft.language]: textOf(competency) },
        code: codeOf(competency),
        assessmentId,
        ...(provenBy && { provenBy }),
      });
      added += 1;
    } else if (provenBy && !there.provenBy) {
      outcomes[outcomes.indexOf(there)] = { ...there, provenBy };
    } else continue;
    if (provenBy) proven += 1;
  }
  return { changes: { outcomes }, added, proven };
}

function ruleOfProofs(proofs: readonly Condition[]): AwardRule | undefined {
  const [only, ...others] = proofs;
  return only && others.length > 0 ? { kind: 'all', of: [...proofs] } : only;
}

/** As an outcome keeps it, so that it is known again. */
const textOf = ({ name, text }: CourseCompetency): string => kept(text ?? name, 1000);
const codeOf = ({ code = '' }: CourseCompetency): string | undefined => kept(code, 300) || undefined;
const kept = (text: string, most: number): string => cleanLine(cleanLine(text).slice(0, most));

function freeId(outcomes: readonly LearningOutcome[]): string {
  const taken = new Set(outcomes.map(({ id }) => id));
  for (let number = outcomes.length + 1; ; number += 1) if (!taken.has(`o${number}`)) return `o${number}`;
}
