/** M1: the learner, by name and by the id that the award's other documents have. Context term `Person`. */
import type { DraftObject } from '../json/signable.js';
import type { ElmContent } from './elm-content.js';
import { learningAchievement } from './learning-achievement.js';
import { written } from './texts.js';

export function person({ credential, holder }: ElmContent): DraftObject {
  return {
    id: credential.recipient.subjectId,
    type: 'Person',
    fullName: written(credential, holder.name),
    hasClaim: [learningAchievement(credential)],
  };
}
