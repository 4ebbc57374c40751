/** M10 and the hours of M7: what the learner did. Context term `LearningActivity`. */
import type { CredentialContent } from '../credential-content.js';
import { isoDuration } from '../european-elements/iso-duration.js';
import type { DraftObject } from '../json/signable.js';
import { awardingProcess } from './awarding-process.js';
import { concept, schemes } from './concept.js';
import { nodeId } from './elm-content.js';
import { texts, written } from './texts.js';

export function learningActivity(content: CredentialContent): DraftObject {
  const { title, workload } = content.achievement;
  return {
    id: nodeId(content, 'activity'),
    type: 'LearningActivity',
    title: texts(title),
    awardedBy: awardingProcess(content),
    workload: workload.hours === undefined ? undefined : isoDuration(workload.hours),
    specifiedBy: {
      id: nodeId(content, 'activity-specification'),
      type: 'LearningActivitySpecification',
      title: texts(title),
      ...participation(content),
    },
  };
}

/** M10, by the list's entry where it has one. */
export function participation(content: CredentialContent): DraftObject {
  const { name, url } = content.achievement.participation;
  if (!url) return { category: written(content, name) };
  return { mode: [concept(url, written(content, name), schemes.mode)] };
}
