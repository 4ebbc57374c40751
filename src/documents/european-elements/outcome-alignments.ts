/** M6: what stands beside one learning outcome: its code, its framework entry and the assessment that proves it. */
import { addresses } from '../addresses.js';
import type { CredentialContent, DefinitionContent, OutcomeContent } from '../credential-content.js';
import { editionOf } from '../editions.js';
import { textIn } from '../../shared/language-map.js';
import { alignment, assessmentAlignments, type ElementAlignment } from './alignments.js';
import { wordsIn } from './words.js';

export function outcomeAlignments(content: DefinitionContent, outcome: OutcomeContent): ElementAlignment[] {
  const { achievement, base } = content;
  const words = wordsIn(achievement.primaryLanguage);
  const made: ElementAlignment[] = [];
  if (outcome.code) {
    made.push(
      alignment(base, 'LearningOutcomeCode', {
        targetFramework: words.labels.LearningOutcomeCode,
        targetName: outcomeText(content, outcome),
        targetCode: outcome.code,
        targetUrl: outcomeAddress(content, outcome),
      }),
    );
  }
  if (outcome.alignment) {
    const { framework, code, name, url } = outcome.alignment;
    const parts = { targetFramework: framework, targetName: name, targetCode: code, targetUrl: url };
    made.push(alignment(base, 'LearningOutcomeFramework', parts));
  }
  const assessment = achievement.assessments.find((one) => one.id === outcome.assessmentId);
  if (assessment) made.push(...assessmentAlignments(content, assessment));
  return made;
}

/** In the document's language. */
export function outcomeText(content: DefinitionContent, outcome: OutcomeContent): string {
  return textIn(outcome.text, content.achievement.primaryLanguage);
}

/** Definition, and the grades of outcomes where they are carried. */
export type GradedContent = DefinitionContent & Pick<CredentialContent, 'outcomeGrades'>;

/** O3: the grade of an outcome that is proven by itself, where the learner carries grades. */
export function gradeOfOutcome(
  { outcomeGrades }: Pick<CredentialContent, 'outcomeGrades'>,
  { id }: OutcomeContent,
): { value: number; maximum: number } | undefined {
  return outcomeGrades?.find(({ outcomeId }) => outcomeId === id);
}

/** Fragment of the achievement's page. */
export function outcomeAddress({ base, achievement }: DefinitionContent, outcome: OutcomeContent): string {
  const { microCredentialId, version } = achievement;
  const page = addresses(base).achievement(microCredentialId, version, editionOf(achievement));
  return `${page}#outcome-${outcome.id}`;
}
