/** What is asked of an LMS's own web services, by which of its functions, and what their user must be allowed. */
export const recordsQuestions = [
  'site',
  'columns',
  'grades',
  'activities',
  'completion',
  'course-completion',
  'competencies',
  'ratings',
] as const;
export type RecordsQuestion = (typeof recordsQuestions)[number];

/** No evidence needs it: where it is missing, something is not proposed. */
export type OptionalQuestion = 'competency-activities';

export interface RecordsFunction {
  /** The LMS's name for it. */
  name: string;
  /** Others that the same question takes. */
  also?: readonly string[];
  /** What its user must be allowed for it to answer. */
  capabilities: readonly string[];
}

export interface LmsRecords {
  /** True where the token is for one site that the issuer does not name: the administrator types it. */
  needsSite: boolean;
  functions: Readonly<Record<RecordsQuestion, RecordsFunction>>;
  /** Those that this family has. */
  optional: Readonly<Partial<Record<OptionalQuestion, RecordsFunction>>>;
  /** Without these the LMS leaves things out of its answers and says nothing. */
  silent: readonly string[];
  /** Which capabilities may be missing when a question is answered by this error of the LMS's. */
  missing(question: RecordsQuestion | OptionalQuestion, errorcode: unknown): readonly string[];
}

/** Undefined for an optional one that this family has not. */
export const functionOf = (
  lms: LmsRecords,
  question: RecordsQuestion | OptionalQuestion,
): RecordsFunction | undefined =>
  question === 'competency-activities' ? lms.optional[question] : lms.functions[question];
