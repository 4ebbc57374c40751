/** The fields of each group, in the order in which they are asked. */
import { describeAbout } from './describe-about.js';
import { describeAssessments } from './describe-assessments.js';
import { describeLevel } from './describe-level.js';
import { describeMore } from './describe-more.js';
import { describeOutcomes } from './describe-outcomes.js';
import { describeParticipation } from './describe-participation.js';
import { describePassing } from './describe-passing.js';
import type { GroupContext } from './group-context.js';
import type { GroupName } from './group.js';
import type { Section } from './section.js';

const describers: Record<GroupName, (context: GroupContext) => Section[]> = {
  about: describeAbout,
  assessments: describeAssessments,
  outcomes: describeOutcomes,
  level: describeLevel,
  participation: describeParticipation,
  passing: describePassing,
  more: describeMore,
};

export function describeGroup(name: GroupName, context: GroupContext): Section[] {
  return describers[name](context);
}
