/** What is asked of an LMS's web services, and by which of its functions. */
export const recordsQuestions = [
  'site',
  'columns',
  'activities',
  'grades',
  'completion',
  'course-completion',
  'competencies',
  'ratings',
] as const;
export type RecordsQuestion = (typeof recordsQuestions)[number];

export interface RecordsFunction {
  /** The LMS's name for it. */
  name: string;
  /** What its user must be allowed for it to answer. */
  capabilities: readonly string[];
}
