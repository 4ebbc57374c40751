/** Reads the form of a group, and gives the values that its page shows at first. */
import type { DraftDefinition } from '../../../../domain/micro-credentials/definition.js';
import { readAbout, showAbout } from './about.js';
import { readAssessments, showAssessments } from './assessments.js';
import type { Activity, FormValues, GroupName, GroupReading } from './group.js';
import { readLevel, showLevel } from './level.js';
import { readMore, showMore } from './more.js';
import { readOutcomes, showOutcomes } from './outcomes.js';
import { readParticipation, showParticipation } from './participation.js';
import { readPassing, showPassing } from './passing.js';

type Reader = (values: FormValues, draft: DraftDefinition, activity: Activity) => GroupReading;
type Shower = (draft: DraftDefinition) => FormValues;

const groups: Record<GroupName, { read: Reader; show: Shower }> = {
  about: { read: readAbout, show: showAbout },
  assessments: { read: readAssessments, show: showAssessments },
  outcomes: { read: readOutcomes, show: showOutcomes },
  level: { read: readLevel, show: showLevel },
  participation: { read: readParticipation, show: showParticipation },
  passing: { read: readPassing, show: showPassing },
  more: { read: readMore, show: showMore },
};

export function readGroup(
  name: GroupName,
  values: FormValues,
  draft: DraftDefinition,
  activity: Activity,
): GroupReading {
  return groups[name].read(values, draft, activity);
}

export function valuesOfGroup(name: GroupName, draft: DraftDefinition): FormValues {
  return groups[name].show(draft);
}
