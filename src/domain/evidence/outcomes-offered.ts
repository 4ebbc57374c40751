/**
 * What a teacher may take over from the LMS as learning outcomes, each with what the LMS knows to prove it: the rating of the
 * competency itself, and the activities that teachers have tied to it. Proposals only: the teacher chooses.
 */
import type {
  CourseCompetency,
  CourseRecords,
  GradeRecord,
  TrackedActivity,
} from '../courses/course-records.js';
import type { Course } from '../courses/course.js';
import type { RecordItem } from '../micro-credentials/award-rule.js';
import { ask, type Asked } from './asked.js';
import type { FactTrouble } from './fact.js';

/** Like a condition, but for what the teacher has to say: the threshold of a grade. */
export type ProposedProof =
  | { kind: 'competency'; item: RecordItem }
  | { kind: 'activity-completion'; item: RecordItem; needs: 'passed' | 'completed' }
  | { kind: 'activity-grade'; item: RecordItem; maximum: number };

export interface OfferedOutcome {
  competency: CourseCompetency;
  proofs: ProposedProof[];
}

export interface OutcomesOffered {
  outcomes: OfferedOutcome[];
  /**
   * Why no activity is proposed, or not all that can be known of them: the first trouble met; 'untold': this LMS does not tell
   * which activities prove what; 'untied': it does, and none of those seen is tied to anything.
   */
  withoutActivities?: FactTrouble | 'untold' | 'untied';
}

/** Trouble about the competencies themselves is the answer. @param subject of the teacher who asks: the LMS tells the columns of one person */
export async function outcomesOffered(
  { records }: { records: CourseRecords },
  course: Course,
  subject: string,
): Promise<Asked<OutcomesOffered>> {
  const [competencies, tied, activities, columns] = await Promise.all([
    ask(async () => ({ answer: await records.competencies(course) })),
    ask(async () => ({ answer: await records.competencyActivities(course) })),
    ask(async () => ({ answer: await records.activities(course) })),
    ask(async () => ({ answer: await records.columnsFor(course, subject) })),
  ]);
  if ('trouble' in competencies) return competencies;
  const links = 'answer' in tied ? tied.answer : undefined;
  const known = {
    activities: 'answer' in activities ? activities.answer : [],
    columns: 'answer' in columns ? columns.answer : [],
  };
  const outcomes = competencies.answer.map((competency) => ({
    competency,
    proofs: [rating(competency), ...(links?.get(competency.id) ?? []).flatMap((one) => proofsBy(one, known))],
  }));
  const trouble = [tied, activities, columns].flatMap((one) => ('trouble' in one ? [one.trouble] : []))[0];
  const isTied = [...(links?.values() ?? [])].some((some) => some.length > 0);
  const without = 'answer' in tied && !links ? 'untold' : (trouble ?? (isTied ? undefined : 'untied'));
  return { answer: { outcomes, ...(without && { withoutActivities: without }) } };
}

const rating = ({ id, name }: CourseCompetency): ProposedProof => ({
  kind: 'competency',
  item: item(id, name),
});

/** The LMS's own "passed" where its completion asks for one; else its grade, else that it is completed. */
function proofsBy(
  { id, name }: { id: string; name: string },
  { activities, columns }: { activities: TrackedActivity[]; columns: GradeRecord[] },
): ProposedProof[] {
  const tracked = activities.find((activity) => activity.id === id);
  const completion = (needs: 'passed' | 'completed'): ProposedProof => ({
    kind: 'activity-completion',
    item: item(id, name),
    needs,
  });
  if (tracked?.asksForPass) return [completion('passed')];
  const graded = columns.find(
    ({ activityId, kind, onScale, maximum }) =>
      activityId === id && kind === 'activity' && !onScale && maximum > 0,
  );
  return [
    ...(graded
      ? [
          {
            kind: 'activity-grade' as const,
            item: item(graded.columnId, graded.name ?? name),
            maximum: graded.maximum,
          },
        ]
      : []),
    ...(tracked ? [completion('completed')] : []),
  ];
}

const item = (id: string, name: string): RecordItem => ({ id, name: name.slice(0, 300) });
