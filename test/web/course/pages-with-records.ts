/** The pages of a course where the LMS's own records count: for every-page.ts. */
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { Problem } from '../../../src/shared/problem.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { memoryServiceTokens } from '../../support/memory/memory-service-tokens.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { aGrade, scriptedRecords, type RecordsScript } from '../../support/memory/scripted-records.js';
import { now, startCourse } from './course-web.js';
import { listed, type PageOfCourse } from './page-of-course.js';

/** Where the LMS's own records count: all there, some left out, and none to be had. */
export async function withRecords(locale: string): Promise<PageOfCourse[]> {
  const item = { id: '1', name: 'Final assignment' };
  const rule: AwardRule = {
    kind: 'at-least',
    count: 4,
    of: [
      { kind: 'activity-grade', item: { id: '2', name: 'Final assignment' }, thresholdPoints: 12 },
      {
        kind: 'activity-grade',
        item: { id: '4', name: 'LO1' },
        thresholdLevel: 2,
        levels: 3,
        levelName: 'Partly',
      },
      { kind: 'activity-completion', item, needs: 'passed', notAfter: '2027-06-30' },
      { kind: 'activity-completion', item: { id: '3', name: 'Reading' }, needs: 'completed' },
      { kind: 'course-total', thresholdPercent: 50 },
      { kind: 'course-completion' },
      { kind: 'competency', item: { id: '1', name: 'Managing data' } },
    ],
  };
  const onScale = { onScale: true, minimum: 1, maximum: 3, levelNames: { highest: 'Mastered' } };
  const script: RecordsScript = {
    grades: {
      'teacher-1': [
        aGrade(),
        aGrade({ columnId: '4', kind: 'outcome', name: 'LO1', ...onScale }),
        aGrade({ columnId: '5', activityId: '9', name: 'Oral exam', maximum: 20 }),
      ],
      'learner-1': [
        aGrade({ score: 11 }),
        aGrade({ columnId: '4', ...onScale, score: 1 }),
        aGrade({ columnId: '1', kind: 'course-total', hidden: true }),
      ],
    },
    activities: [
      { id: '1', name: 'Final assignment', asksForPass: true },
      { id: '3', name: 'Reading', asksForPass: false },
    ],
    competencies: [
      { id: '1', name: 'Managing data', code: 'DC-1.3', text: 'To organise, store and retrieve data.' },
      { id: '2', name: 'Evaluating data' },
    ],
    competencyActivities: new Map([
      ['1', [{ id: '1', name: 'Final assignment' }]],
      ['2', [{ id: '9', name: 'Oral exam' }]],
    ]),
    completion: { 'learner-1': [{ activityId: '1', state: 'failed', done: false, at: now }] },
    courseCompletion: { 'learner-1': 'no-criteria' },
    ratings: { 'learner-1': [{ competencyId: '1', rating: 'proficient', at: now }] },
  };
  const refused = new Problem('lms-token-refused');
  const away: RecordsScript = {
    grades: refused,
    activities: refused,
    competencies: refused,
    completion: refused,
    courseCompletion: refused,
    ratings: refused,
  };
  const definition = aDefinition({ rule });
  const microCredential = aMicroCredential({ versions: [aVersion(definition)] });
  const world = (records: RecordsScript, token: boolean) =>
    startCourse({
      microCredential: { ...microCredential, draft: { definition, changedAt: now, changedBy: 'teacher-1' } },
      services: {
        records: scriptedRecords(records),
        serviceTokens: memoryServiceTokens(token ? { 'platform-1': 'secret' } : {}),
        lms: scriptedLms({ roster: [aRosterMember('learner-1'), aRosterMember('learner-2')] }),
      },
    });
  const [there, gone, without] = [
    await world(script, true),
    await world(away, true),
    await world(away, false),
  ];
  const teacher = listed(there, await there.teacher({ locale }));
  const teacherAway = listed(gone, await gone.teacher({ locale }));
  return [
    teacher('records-passing', 'credential/passing'),
    teacher('records-overview', 'credential'),
    teacher('import', 'credential/outcomes/import'),
    teacher('outcomes-imported', 'credential/outcomes?imported=2&proven=2'),
    teacher('records-roster', 'roster'),
    listed(there, await there.learner({ locale }))('records-progress', 'progress'),
    teacherAway('records-passing-away', 'credential/passing'),
    teacherAway('records-roster-away', 'roster'),
    teacherAway('import-away', 'credential/outcomes/import'),
    listed(gone, await gone.learner({ locale }))('records-progress-away', 'progress'),
    listed(without, await without.teacher({ locale }))('records-passing-no-token', 'credential/passing'),
  ];
}
