/** M6: one learning outcome, its ESCO skill or other framework entry, its code and the assessment that proves it. */
import type { CredentialContent, FrameworkAlignment, OutcomeContent } from '../credential-content.js';
import { outcomeAddress } from '../european-elements/outcome-alignments.js';
import type { TermName } from '../european-elements/terms.js';
import { wordsIn } from '../european-elements/words.js';
import type { DraftObject } from '../json/signable.js';
import { concept, schemes } from './concept.js';
import { note } from './note.js';
import { texts, written } from './texts.js';

export function learningOutcome(content: CredentialContent, outcome: OutcomeContent): DraftObject {
  const { achievement } = content;
  const { alignment, code, id } = outcome;
  const assessment = achievement.assessments.find((one) => one.id === outcome.assessmentId);
  const words = wordsIn(achievement.primaryLanguage);
  const isEsco = alignment?.url.startsWith('http://data.europa.eu/esco/skill/') ?? false;
  const entry = alignment && frameworkEntry(content, alignment, isEsco);
  const assessedBy = assessment && `${words.assessedBy}: ${assessment.name || assessment.type.name}`;
  const framework = alignment && inWords(alignment);
  const add = (name: string, element: TermName, text: string | undefined): DraftObject | undefined =>
    text ? note(content, `outcome-${id}-${name}`, text, element) : undefined;
  return {
    id: outcomeAddress(content, outcome),
    type: 'LearningOutcome',
    title: texts(outcome.text),
    relatedESCOSkill: isEsco ? [entry] : [],
    relatedSkill: isEsco ? [] : [entry],
    additionalNote: [
      add('code', 'LearningOutcomeCode', code),
      add('framework', 'LearningOutcomeFramework', framework),
      add('assessment', 'AssessmentType', assessedBy),
    ],
  };
}

/** Two outcomes may name one entry in two ways: it is one node, so the first name counts. */
function frameworkEntry(
  content: CredentialContent,
  { url }: FrameworkAlignment,
  isEsco: boolean,
): DraftObject | undefined {
  const first = content.achievement.outcomes.find(({ alignment }) => alignment?.url === url)?.alignment;
  return (
    first && {
      ...concept(url, written(content, first.name), isEsco ? schemes.escoSkill : undefined),
      notation: first.code || undefined,
    }
  );
}

function inWords({ framework, code, name }: FrameworkAlignment): string {
  return [framework, code, name].filter((part) => part).join(': ');
}
