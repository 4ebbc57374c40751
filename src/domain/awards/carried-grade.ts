/** The grades a learner may let an award carry: of the whole, and of outcomes that are proven by themselves. Pure. */
import { conditionResults } from '../evidence/condition-results.js';
import { resultParts } from '../evidence/outcome-results.js';
import type { RuleResult } from '../evidence/verdict.js';

export interface CarriedGrade {
  score: number;
  maximum: number;
}

export interface OutcomeGrade extends CarriedGrade {
  outcomeId: string;
}

export interface CarriedGrades {
  /** Undefined where nothing of the rule for the whole is graded. */
  grade?: CarriedGrade;
  /** Undefined where no outcome has a graded rule of its own. */
  outcomeGrades?: OutcomeGrade[];
}

/** The first result with a score among the reasons of the whole, and of each outcome: from the newest of the answers given that has one. */
export function carriedGrades(...results: (RuleResult | undefined)[]): CarriedGrades {
  const answers = results.flatMap((result) => (result ? [resultParts(result)] : []));
  const outcomeIds = new Set(answers.flatMap(({ outcomes }) => [...outcomes.keys()]));
  const outcomeGrades = [...outcomeIds].flatMap((outcomeId) => {
    const found = firstScore(answers.map(({ outcomes }) => outcomes.get(outcomeId)));
    return found ? [{ outcomeId, ...found }] : [];
  });
  const grade = firstScore(answers.map(({ whole }) => whole));
  return { ...(grade && { grade }), ...(outcomeGrades.length > 0 && { outcomeGrades }) };
}

function firstScore(results: readonly (RuleResult | undefined)[]): CarriedGrade | undefined {
  for (const result of results) {
    for (const { details } of result ? conditionResults(result) : []) {
      const { score, maximum } = details;
      if (typeof score === 'number' && typeof maximum === 'number') return { score, maximum };
    }
  }
  return undefined;
}
