/** A course in which learning outcomes have rules of their own: its pages for every-page.ts, and for tests of what they say. */
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { memoryServiceTokens } from '../../support/memory/memory-service-tokens.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { aGrade, scriptedRecords } from '../../support/memory/scripted-records.js';
import type { Award } from '../../../src/domain/awards/award.js';
import { now, startCourse, type CourseWeb } from './course-web.js';
import { listed, type PageOfCourse } from './page-of-course.js';

const managing: AwardRule = { kind: 'competency', item: { id: '1', name: 'Managing data' } };
const either: AwardRule = {
  kind: 'any',
  of: [
    { kind: 'activity-grade', item: { id: '2', name: 'Final assignment' }, thresholdPoints: 12 },
    { kind: 'competency', item: { id: '2', name: 'Evaluating data' } },
  ],
};
const [first, second] = aDefinition().outcomes;
if (!first || !second) throw new Error('the definition has two outcomes');

/** o1 by a competency, o2 by a grade or a competency, o3 by the rule for the whole: an examiner's confirmation. */
export const byOutcome = aDefinition({
  outcomes: [
    { ...first, provenBy: managing },
    { ...second, provenBy: either },
    { id: 'o3', text: { fr: 'Discute des limites des données' }, assessmentId: 'a1' },
  ],
});

/** Ada has shown o1; of Bob's competencies the LMS says nothing. */
export function outcomeCourse(awards: Award[] = []): Promise<CourseWeb> {
  return startCourse({
    microCredential: aMicroCredential({
      versions: [aVersion(byOutcome)],
      draft: { definition: byOutcome, changedAt: now, changedBy: 'teacher-1' },
    }),
    awards,
    services: {
      records: scriptedRecords({
        grades: {
          'teacher-1': [aGrade(), aGrade({ columnId: '5', name: 'Oral exam', maximum: 20 })],
          'learner-1': [aGrade({ score: 11 })],
          'learner-2': [aGrade({ score: 14 })],
        },
        activities: [],
        competencies: [
          { id: '1', name: 'Managing data' },
          { id: '2', name: 'Evaluating data' },
        ],
        ratings: {
          'learner-1': [
            { competencyId: '1', rating: 'proficient', at: now },
            { competencyId: '2', rating: 'not-proficient', at: now },
          ],
        },
      }),
      serviceTokens: memoryServiceTokens({ 'platform-1': 'secret' }),
      lms: scriptedLms({
        roster: [
          aRosterMember('learner-1', { name: 'Ada Learner' }),
          aRosterMember('learner-2', { name: 'Bob Learner' }),
        ],
      }),
    },
  });
}

export async function withOutcomes(locale: string): Promise<PageOfCourse[]> {
  const web = await outcomeCourse();
  const teacher = listed(web, await web.teacher({ locale }));
  return [
    teacher('outcomes-passing', 'credential/passing?proven=o1'),
    teacher('outcome-own-rule', 'credential/passing/o2'),
    teacher('outcome-without-rule', 'credential/passing/o3'),
    teacher('outcomes-overview', 'credential'),
    teacher('outcomes-dry-run', 'credential/dry-run'),
    teacher('outcomes-roster', 'roster'),
    teacher('outcomes-preview', 'preview'),
    listed(web, await web.learner({ locale }))('outcomes-progress', 'progress'),
  ];
}
