/** The European elements in words (Markdown): for readers whose software shows the criteria and nothing else. */
import type { DefinitionContent } from '../credential-content.js';
import { type ElementAlignment, elementAlignments, issuerAlignment } from './alignments.js';
import { outcomeText } from './outcome-alignments.js';
import { wordsIn } from './words.js';

/** The criteria, then a list of outcomes with their assessments, then one of the other elements, the issuer's country among them. */
export function criteriaInWords(content: DefinitionContent): string {
  const { achievement } = content;
  const words = wordsIn(achievement.primaryLanguage);
  const outcomes = achievement.outcomes.map((outcome) => {
    const assessment = achievement.assessments.find((one) => one.id === outcome.assessmentId);
    const proven = assessment ? ` (${words.assessedBy}: ${assessment.name || assessment.type.name})` : '';
    return `- **${words.labels.LearningOutcome}**: ${outcomeText(content, outcome)}${proven}`;
  });
  const elements = [issuerAlignment(content), ...elementAlignments(content)].map(
    (element) => `- **${words.labels[element.term]}**: ${inWords(element)}`,
  );
  const sections = [achievement.criteriaNarrative, outcomes.join('\n'), elements.join('\n')];
  return sections.filter((section) => section !== '').join('\n\n');
}

function inWords({
  term,
  targetName,
  targetFramework,
  targetDescription,
  targetCode,
}: ElementAlignment): string {
  const parts = [targetName, targetDescription === targetName ? undefined : targetDescription];
  if (term === 'QualityAssurance') parts.push(targetFramework, targetCode);
  if (term === 'AwardingBody') parts.push(targetCode);
  return parts
    .filter((part) => part !== undefined && part !== '')
    .join('. ')
    .replace(/\s*\n\s*/g, ' ');
}
