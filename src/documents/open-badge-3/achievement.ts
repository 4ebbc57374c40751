/** A version of a micro-credential as an Open Badges 3.0 Achievement. https://www.imsglobal.org/spec/ob/v3p0/#achievement */
import { textIn } from '../../shared/language-map.js';
import { addresses } from '../addresses.js';
import type { OutcomeContent } from '../credential-content.js';
import { editionOf, otherEditions } from '../editions.js';
import { type ElementAlignment, elementAlignments } from '../european-elements/alignments.js';
import {
  gradeOfOutcome,
  outcomeAddress,
  outcomeAlignments,
  outcomeText,
  type GradedContent,
} from '../european-elements/outcome-alignments.js';
import { extensionType } from '../european-elements/terms.js';
import type { DraftObject } from '../json/signable.js';
import { inCaseTerms } from './case-item.js';
import { creditNumber } from './credits.js';

/** @param gradeDescription result description of a grade, where the award carries one */
export function achievement(content: GradedContent, gradeDescription?: DraftObject): DraftObject {
  const { microCredentialId, version, ...about } = content.achievement;
  const at = addresses(content.base);
  const title = textIn(about.title, about.primaryLanguage);
  const id = at.achievement(microCredentialId, version, editionOf(content.achievement));
  return {
    id,
    type: ['Achievement'],
    achievementType: 'MicroCredential',
    name: title,
    description: textIn(about.description, about.primaryLanguage) || title,
    criteria: { id, narrative: about.criteriaNarrative },
    image: { id: at.achievementImage(microCredentialId, version), type: 'Image', caption: title },
    inLanguage: languageTag(about.primaryLanguage),
    related: otherEditions(content.achievement).map(({ language, edition }) => ({
      id: at.achievement(microCredentialId, version, edition),
      type: ['Related'],
      inLanguage: languageTag(language),
    })),
    version: String(version),
    fieldOfStudy: about.fieldOfStudy?.name,
    creditsAvailable: creditNumber(about.workload.ects),
    alignment: elementAlignments(content).map(alignmentOf),
    resultDescription: [
      ...about.outcomes.map((outcome) => outcomeDescription(content, outcome)),
      ...(gradeDescription ? [gradeDescription] : []),
    ],
  };
}

function outcomeDescription(content: GradedContent, outcome: OutcomeContent): DraftObject {
  const grade = gradeOfOutcome(content, outcome);
  return {
    id: outcomeAddress(content, outcome),
    type: ['ResultDescription'],
    name: outcomeText(content, outcome),
    resultType: extensionType('LearningOutcome'),
    valueMin: grade && '0',
    valueMax: grade && String(grade.maximum),
    alignment: outcomeAlignments(content, outcome).map(inCaseTerms).map(alignmentOf),
  };
}

function alignmentOf({ term: _term, ...parts }: ElementAlignment): DraftObject {
  return { type: ['Alignment'], ...parts };
}

/** The schema knows language, script and region alone; anything else is told by the language. */
function languageTag(tag: string): string | undefined {
  if (/^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/.test(tag)) return tag;
  return /^[a-z]{2,4}(?=-|$)/.exec(tag)?.[0];
}
