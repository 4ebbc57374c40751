/** What a look at a course tells of one award: whether what it rests on holds, and what has changed. Pure. */
import { inCourse, type FactChange, type ReviewKind } from '../awards/award-review.js';
import type { Award } from '../awards/award.js';
import { changedFacts } from '../awards/changed-facts.js';
import { stillHolds } from '../awards/offer-stands.js';
import { conditionResults } from '../evidence/condition-results.js';
import type { Fact } from '../evidence/fact.js';
import type { CourseFacts } from '../evidence/gather-course-facts.js';
import type { ReasonCode, RuleResult, Verdict } from '../evidence/verdict.js';
import type { AwardRule } from '../micro-credentials/award-rule.js';

export interface SeenAward {
  verdict: Verdict;
  /** Of 'not-met'; without meaning otherwise. */
  kind: ReviewKind;
  changes: FactChange[];
  now?: RuleResult;
  /** True when the LMS does not tell otherwise, but does not name somebody or something any more: to be asked again. */
  isMissing: boolean;
  /** Places that certainly hold, see FactChange. */
  holding: ReadonlySet<number>;
}

/** @param isGone of a fact that was left open: is what it is about certainly no longer in the course? */
export function seenAward(
  award: Award,
  rule: AwardRule,
  { facts, present }: Pick<CourseFacts, 'facts' | 'present'>,
  isGone: (fact: Fact) => boolean,
): SeenAward {
  if (present && !present.has(award.subject)) {
    const changes = [{ place: inCourse, told: 'left' }];
    return { verdict: 'not-met', kind: 'left-course', changes, isMissing: true, holding: new Set() };
  }
  // nobody knows anything of somebody who teaches here by now
  const own = facts.get(award.subject) ?? [];
  const told = stillHolds(rule, own);
  const isMissing = told.verdict !== 'not-met' && own.some(isGone);
  const now = isMissing
    ? stillHolds(
        rule,
        own.map((fact) => (isGone(fact) ? goneOf(fact) : fact)),
      )
    : told;
  const changes = changedFacts(award, now);
  const holding = new Set(
    conditionResults(now).flatMap(({ verdict }, place) => (verdict === 'met' ? [place] : [])),
  );
  if (present) holding.add(inCourse);
  return { verdict: now.verdict, kind: kindOf(now, changes), changes, now, isMissing, holding };
}

const goneOf = (fact: Fact): Fact => ({ ...fact, gone: true }) as Fact;

function kindOf(now: RuleResult, changes: readonly FactChange[]): ReviewKind {
  const all = conditionResults(now);
  const reasons = changes.flatMap(({ place }) => all[place]?.reason ?? []);
  const has = (...some: ReasonCode[]): boolean => reasons.some((reason) => some.includes(reason));
  if (has('activity-gone')) return 'activity-gone';
  return has('score-below', 'level-below', 'score-none') ? 'grade-fell' : 'no-longer-holds';
}
