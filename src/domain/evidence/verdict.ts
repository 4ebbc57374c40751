/** The answer of a rule: three values, each with reasons. Unknown never becomes met. */
import type { Condition, OfOutcome } from '../micro-credentials/award-rule.js';
import type { FactDoubt, FactTrouble } from './fact.js';

export type Verdict = 'met' | 'not-met' | 'unknown';

/** Why a condition answers as it does; the pages have a sentence for each, for the learner and for the teacher. */
export type ReasonCode =
  | 'access-shown' // launched it and the roster lists the learner for it
  | 'access-not-launched' // listed, but the learner has not opened the activity
  | 'access-not-listed' // opened once, but the roster no longer lists the learner
  | 'access-neither'
  | 'access-unrestricted' // the list holds every learner of the course: no restriction is in force
  | 'score-reached'
  | 'score-below'
  | 'score-none'
  | 'score-no-maximum' // a percentage is asked for, and the LMS tells no maximum above 0
  | 'score-on-scale' // points or percent are asked for, and the grade is on a scale
  | 'scale-changed' // a level is asked for, and the grade is on another scale, or on none
  | 'level-reached'
  | 'level-below'
  | 'completion-passed'
  | 'completion-done'
  | 'completion-failed'
  | 'completion-not-yet'
  | 'completion-pass-untold' // completed, and the LMS does not say whether passed
  | 'course-completed'
  | 'course-not-completed'
  | 'competency-proficient'
  | 'competency-not-proficient'
  | 'competency-unrated'
  | 'examiner-confirmed'
  | 'examiner-not-yet'
  | 'jury-proven'
  | 'jury-not-proven'
  | 'jury-not-yet'
  | 'activity-gone' // the LMS tells what there is in the course, and it is not there any more
  | 'too-early' // before the days that count
  | 'too-late' // after the days that count
  | 'date-unknown' // days count, and nobody told when it was
  | FactTrouble
  | FactDoubt
  | 'no-fact';

export interface ConditionResult {
  condition: Condition;
  verdict: Verdict;
  reason: ReasonCode;
  /**
   * Numbers and dates for the sentence: {score, maximum, percent, thresholdPercent or thresholdPoints, at, examiner, examinerOne, examinerTwo};
   * of a grade on a scale {level, levels, name, thresholdLevel}.
   */
  details: Record<string, string | number | Date>;
}

export type RuleResult = { kind: 'condition'; verdict: Verdict; result: ConditionResult } | CombinedResult;
export type CombinedResult = OfOutcome & { verdict: Verdict; of: RuleResult[] } & (
    { kind: 'all' | 'any' } | { kind: 'at-least'; count: number }
  );
