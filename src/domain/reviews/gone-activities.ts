/**
 * Asks the LMS whether what its answers leave out is gone from the course, or only hidden. Told for certain are columns of the
 * gradebook, competencies, and the tool's own columns; of activities whose completion counts no LMS lists those that are hidden.
 */
import type { CourseRecords } from '../courses/course-records.js';
import type { Course } from '../courses/course.js';
import { ask } from '../evidence/asked.js';
import type { Fact } from '../evidence/fact.js';

/** At most two questions, and none where no fact leaves anything out. Trouble of the LMS: nothing is gone. */
export async function goneActivities(
  { records }: { records: CourseRecords },
  course: Course,
  facts: Iterable<Fact>,
): Promise<(fact: Fact) => boolean> {
  const open = [...facts].filter((fact) => 'doubt' in fact && fact.doubt === 'left-out');
  const listed = async (kind: Fact['kind'], list: () => Promise<{ id: string }[]>) => {
    if (!open.some((fact) => fact.kind === kind)) return undefined;
    const asked = await ask(async () => ({ answer: await list() }));
    return 'answer' in asked ? new Set(asked.answer.map(({ id }) => id)) : undefined;
  };
  const [columns, competencies] = await Promise.all([
    listed('activity-grade', () => records.columns(course)),
    listed('competency', () => records.competencies(course)),
  ]);
  return (fact) => {
    switch (fact.kind) {
      case 'own-line-item':
        // the LMS has told its columns
        return fact.trouble === 'no-line-item';
      case 'activity-grade':
        return fact.doubt === 'left-out' && columns !== undefined && !columns.has(fact.itemId);
      case 'competency':
        return fact.doubt === 'left-out' && competencies !== undefined && !competencies.has(fact.itemId);
      case 'restricted-activity':
      case 'examiner-confirmation':
      case 'jury-decision':
      case 'activity-completion':
      case 'course-total':
      case 'course-completion':
        return false;
    }
  };
}
