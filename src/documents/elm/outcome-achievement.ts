/**
 * M6 and O3: an outcome that is proven by itself is an achievement of its own within the award's, proven by an assessment that says
 * how well. Context terms `hasPart` of `LearningAchievement`, `LearningAchievementSpecification`.
 */
import type { CredentialContent, OutcomeContent } from '../credential-content.js';
import { gradeOfOutcome, outcomeAddress } from '../european-elements/outcome-alignments.js';
import { wordsIn } from '../european-elements/words.js';
import type { DraftObject } from '../json/signable.js';
import { awardingProcess } from './awarding-process.js';
import { nodeId } from './elm-content.js';
import { ownWords, texts, written } from './texts.js';

/** One for each outcome that evidence was seen of, and of nothing else with it. */
export function outcomeAchievements(content: CredentialContent): DraftObject[] {
  const proven = new Set(content.evidence.map(({ outcomeId }) => outcomeId));
  return content.achievement.outcomes
    .filter(({ id }) => proven.has(id))
    .map((outcome) => outcomeAchievement(content, outcome));
}

function outcomeAchievement(content: CredentialContent, outcome: OutcomeContent): DraftObject {
  const title = texts(outcome.text);
  const id = (name: string): string => nodeId(content, `outcome-${outcome.id}-${name}`);
  return {
    id: id('achievement'),
    type: 'LearningAchievement',
    title,
    awardedBy: awardingProcess(content),
    provenBy: [
      {
        id: id('proof'),
        type: 'LearningAssessment',
        title,
        awardedBy: awardingProcess(content),
        grade: { id: id('grade'), type: 'Note', noteLiteral: gradeText(content, outcome) },
      },
    ],
    specifiedBy: {
      id: id('specification'),
      type: 'LearningAchievementSpecification',
      title,
      learningOutcome: [{ id: outcomeAddress(content, outcome), type: 'LearningOutcome', title }],
    },
  };
}

/** The profile demands a grade: "Passed" where the learner carries none. */
function gradeText(content: CredentialContent, outcome: OutcomeContent): DraftObject | undefined {
  const grade = gradeOfOutcome(content, outcome);
  return grade
    ? written(content, `${grade.value}/${grade.maximum}`)
    : ownWords(content, wordsIn(content.achievement.primaryLanguage).passed);
}
