/** What was achieved, how it was assessed, what it rests on. Context term `LearningAchievement`. */
import { addresses } from '../addresses.js';
import type { CredentialContent } from '../credential-content.js';
import type { DraftObject } from '../json/signable.js';
import { awardingProcess } from './awarding-process.js';
import { creditPoint } from './credit-point.js';
import { nodeId } from './elm-content.js';
import { learningActivity } from './learning-activity.js';
import { learningAssessments } from './learning-assessment.js';
import { note, webResource } from './note.js';
import { outcomeAchievements } from './outcome-achievement.js';
import { qualification } from './qualification.js';
import { texts } from './texts.js';

export function learningAchievement(content: CredentialContent): DraftObject {
  const { title, description } = content.achievement;
  return {
    id: nodeId(content, 'achievement'),
    type: 'LearningAchievement',
    title: texts(title),
    description: texts(description),
    awardedBy: awardingProcess(content),
    provenBy: learningAssessments(content),
    hasPart: outcomeAchievements(content),
    influencedBy: [learningActivity(content)],
    creditReceived: [creditPoint(content)],
    specifiedBy: qualification(content),
    // where anyone sees whether the award still stands: the file itself cannot tell
    supplementaryDocument: [webResource(content, 'award', addresses(content.base).award(content.awardId))],
    additionalNote: content.evidence.map(({ name, narrative }, index) =>
      note(content, `evidence-${index + 1}`, `${name}. ${narrative}`),
    ),
  };
}
