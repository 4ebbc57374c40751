/** The plain oracle of rules: only what was certainly seen is met, only what was certainly not is not met. */
import type { Fact } from '../../../src/domain/evidence/fact.js';
import type { Verdict } from '../../../src/domain/evidence/verdict.js';
import type { AwardRule, Condition, Period } from '../../../src/domain/micro-credentials/award-rule.js';
import type { RuleParts } from '../../../src/domain/micro-credentials/rule-of.js';

/** Compares days as text, as no clock does. */
function onDay(condition: Condition, at: Date | undefined): Verdict {
  const { notBefore, notAfter }: Period = condition.kind === 'restricted-activity' ? {} : condition;
  if (!notBefore && !notAfter) return 'met';
  if (!at) return 'unknown';
  const day = at.toISOString().slice(0, 10);
  return day >= (notBefore ?? '0') && day <= (notAfter ?? '9') ? 'met' : 'not-met';
}

interface Scored {
  score?: number;
  minimum?: number;
  maximum?: number;
  givenAt?: Date;
  onScale?: boolean;
}

/** On a scale that is numbered otherwise nothing is told; a grade is one of its levels or no grade that anybody can read. */
function levelReached(
  { thresholdLevel, levels }: { thresholdLevel: number; levels: number },
  { score, minimum, maximum, onScale }: Scored,
): Verdict {
  if (!onScale || minimum !== 1 || maximum !== levels) return 'unknown';
  if (score === undefined) return 'not-met';
  const place = Array.from({ length: levels }, (_, index) => index + 1).indexOf(score);
  if (place < 0) return 'unknown';
  return place + 1 >= thresholdLevel ? 'met' : 'not-met';
}

function reached(condition: Condition, scored: Scored): Verdict {
  const { score, minimum = 0, maximum, givenAt, onScale } = scored;
  if ('thresholdLevel' in condition) {
    const verdict = levelReached(condition, scored);
    return verdict === 'met' ? onDay(condition, givenAt) : verdict;
  }
  if (onScale) return 'unknown';
  if (score === undefined) return 'not-met';
  if ('thresholdPoints' in condition)
    return score >= condition.thresholdPoints ? onDay(condition, givenAt) : 'not-met';
  if (!('thresholdPercent' in condition) || maximum === undefined || maximum <= minimum) return 'unknown';
  // in quarters of a point and of a percent every number is whole: no rounding
  const quarters = (amount: number): bigint => BigInt(amount * 4);
  const isReached =
    quarters(score - minimum) * 400n >= quarters(condition.thresholdPercent) * quarters(maximum - minimum);
  return isReached ? onDay(condition, givenAt) : 'not-met';
}

const isAbout = (condition: Condition, fact: Fact): boolean => {
  if (fact.kind !== condition.kind) return false;
  if ('linkId' in fact && 'linkId' in condition) return fact.linkId === condition.linkId;
  return 'itemId' in fact && 'item' in condition ? fact.itemId === condition.item.id : true;
};

/** Each state of an activity for "passed" and for "completed": what the table says, without a day. */
const completion: Record<string, [Verdict, Verdict]> = {
  incomplete: ['not-met', 'not-met'],
  'incomplete done': ['not-met', 'met'],
  complete: ['unknown', 'met'],
  'complete done': ['unknown', 'met'],
  passed: ['met', 'not-met'],
  'passed done': ['met', 'met'],
  failed: ['not-met', 'not-met'],
  'failed done': ['not-met', 'met'],
};

function plainly(condition: Condition, facts: Fact[]): Verdict {
  const fact = facts.find((one) => isAbout(condition, one));
  if (!fact) return 'unknown';
  if (fact.kind === 'restricted-activity' && fact.unrestricted) return 'not-met';
  if ('trouble' in fact && fact.trouble) return 'unknown';
  if ('doubt' in fact && fact.doubt) return 'unknown';
  const onItsDay = (verdict: Verdict, at: Date | undefined): Verdict =>
    verdict === 'met' ? onDay(condition, at) : verdict;
  switch (fact.kind) {
    case 'restricted-activity':
      if (fact.listed === undefined || fact.unrestricted === undefined) return 'unknown';
      return fact.launched && fact.listed ? 'met' : 'not-met';
    case 'examiner-confirmation':
      return onItsDay(fact.confirmed ? 'met' : 'not-met', fact.at);
    case 'jury-decision':
      return onItsDay(fact.decision === 'proven' ? 'met' : 'not-met', fact.at);
    case 'own-line-item':
    case 'activity-grade':
    case 'course-total':
      return reached(condition, fact);
    case 'activity-completion': {
      const [passed, completed] = completion[`${fact.state}${fact.done ? ' done' : ''}`] ?? [
        'unknown',
        'unknown',
      ];
      const needs = condition.kind === 'activity-completion' ? condition.needs : undefined;
      return onItsDay(needs === 'passed' ? passed : completed, fact.at);
    }
    case 'course-completion':
      if (fact.completed === undefined) return 'unknown';
      return onItsDay(fact.completed ? 'met' : 'not-met', fact.at);
    case 'competency':
      if (fact.rating === undefined) return 'unknown';
      return onItsDay(fact.rating === 'proficient' ? 'met' : 'not-met', fact.at);
  }
}

/** In numbers: not met 0, unknown 1, met 2; all is the least of its parts, any the greatest, at least n the n-th greatest. */
export function oracle(rule: AwardRule, facts: Fact[]): Verdict {
  const order: Verdict[] = ['not-met', 'unknown', 'met'];
  const value = (part: AwardRule): number => {
    if (!('of' in part)) return order.indexOf(plainly(part, facts));
    const fromBest = part.of.map(value).sort((a, b) => b - a);
    if (part.kind === 'at-least') return fromBest[part.count - 1] ?? 0;
    return part.kind === 'all' ? Math.min(...fromBest) : Math.max(...fromBest);
  };
  return order[value(rule)] as Verdict;
}

/** Each outcome by its own rule or by the one for the whole; the award is as certain as the least certain of all rules. */
export function oracleOfParts({ outcomes, rule }: RuleParts, facts: Fact[]) {
  const order: Verdict[] = ['not-met', 'unknown', 'met'];
  const told = (one: AwardRule | undefined): Verdict => (one ? oracle(one, facts) : 'unknown');
  const own = outcomes.flatMap(({ provenBy }) => (provenBy ? [told(provenBy)] : []));
  const all = rule || own.length === 0 ? [...own, told(rule)] : own;
  return {
    award: all.reduce((least, one) => (order.indexOf(one) < order.indexOf(least) ? one : least)),
    outcomes: outcomes.map(({ provenBy }) => told(provenBy ?? rule)),
  };
}
