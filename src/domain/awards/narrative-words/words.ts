/** What a language must be able to say inside signed documents. No personal data but names of examiners who agreed, no name of an activity. */
import type { Condition, Period } from '../../micro-credentials/award-rule.js';

export interface NarrativeWords {
  /** With the space before it, where the language sets one. */
  colon: string;
  outcomes: string;
  rule: string;
  all: string;
  any: string;
  atLeast(count: number): string;
  /** When a learning outcome is proven. @param holds how its conditions are combined; undefined of a single one */
  shown(outcome: string, holds: string | undefined): string;
  required(condition: Condition): string;
  within(period: Period): string;
  seen: Record<Condition['kind'], string>;
  /** What a piece of evidence proves. */
  proves(outcome: string): string;
  /** @param date as YYYY-MM-DD, where it is known; @param named examiners who may be named */
  confirmed(condition: Condition, date: string | undefined, named: readonly string[]): string;
  correction: {
    name: string;
    /** @param date of the first award, as YYYY-MM-DD */
    told(url: string, date: string): string;
  };
}
