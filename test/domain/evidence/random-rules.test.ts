import { expect } from 'chai';
import type { Fact, FactTrouble } from '../../../src/domain/evidence/fact.js';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import { metConditions } from '../../../src/domain/evidence/met-conditions.js';
import { nothingKnown } from '../../../src/domain/evidence/nothing-known.js';
import type { RuleResult, Verdict } from '../../../src/domain/evidence/verdict.js';
import {
  awardRule,
  conditionsOf,
  type AwardRule,
  type Condition,
  type Period,
} from '../../../src/domain/micro-credentials/award-rule.js';

/** Repeatable pseudo-random choices (xorshift32): the seed is told when a case fails. */
function choices(seed: number) {
  let state = seed | 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  return {
    below,
    oneOf: <T>(values: readonly T[]): T => values[below(values.length)] as T,
    maybe: <T>(value: T): T | undefined => (below(3) === 0 ? undefined : value),
  };
}
type Choices = ReturnType<typeof choices>;

const links = ['link-1', 'link-2', 'link-3'];
const troubles: FactTrouble[] = [
  'lms-unreachable',
  'lms-refused',
  'lms-answer-unreadable',
  'lms-service-missing',
];
const observedAt = new Date('2026-11-20T08:00:00Z');

const dayOf = (number: number): string => `2026-11-${String(number).padStart(2, '0')}`;
/** Half of the conditions count on any day; the last day may lie before the first. */
const randomDays = ({ below, maybe }: Choices): Period =>
  below(2) === 0 ? {} : { notBefore: maybe(dayOf(1 + below(9))), notAfter: maybe(dayOf(1 + below(9))) };
/** A moment on one of those days, at its very beginning or end too; or none. */
const randomMoment = ({ below, maybe, oneOf }: Choices): Date | undefined =>
  maybe(new Date(`${dayOf(1 + below(9))}T${oneOf(['00:00:00.000', '12:00:00.000', '23:59:59.999'])}Z`));

function randomCondition(random: Choices): Condition {
  const { oneOf, below } = random;
  return oneOf<() => Condition>([
    () => ({ kind: 'restricted-activity', linkId: oneOf(links) }),
    () => ({ kind: 'own-line-item', linkId: oneOf(links), thresholdPercent: below(401) / 4 }),
    () => ({
      kind: 'own-line-item',
      linkId: oneOf(links),
      thresholdPoints: below(90) / 4,
      ...randomDays(random),
    }),
    () => ({ kind: 'examiner-confirmation', ...randomDays(random) }),
  ])();
}

function randomRule(random: Choices, depth: number): AwardRule {
  if (depth === 0 || random.below(3) === 0) return randomCondition(random);
  const of = Array.from({ length: 1 + random.below(3) }, () => randomRule(random, depth - 1));
  const kind = random.oneOf(['all', 'any', 'at-least'] as const);
  // now and then one more than there are parts: that can never be met
  return kind === 'at-least' ? { kind, count: 1 + random.below(of.length + 1), of } : { kind, of };
}

/** What may be known of one learner: for each link a fact of each kind, or none. Scores are in quarters: exact. */
function randomFacts(random: Choices): Fact[] {
  const { oneOf, maybe, below } = random;
  const trouble = () => (below(5) === 0 ? oneOf(troubles) : undefined);
  return [
    ...links.flatMap((linkId): Fact[] => [
      ...(below(5) === 0
        ? []
        : [
            {
              kind: 'restricted-activity' as const,
              linkId,
              launched: oneOf([true, false]),
              listed: maybe(oneOf([true, false])),
              unrestricted: maybe(oneOf([true, false, false])),
              observedAt,
              trouble: trouble(),
            },
          ]),
      ...(below(5) === 0
        ? []
        : [
            {
              kind: 'own-line-item' as const,
              linkId,
              score: maybe(below(90) / 4),
              givenAt: randomMoment(random),
              maximum: oneOf([20, 20, 20, 10, 0, undefined]),
              observedAt,
              trouble: below(6) === 0 ? ('no-line-item' as const) : trouble(),
            },
          ]),
    ]),
    ...(below(4) === 0
      ? []
      : [
          {
            kind: 'examiner-confirmation' as const,
            confirmed: oneOf([true, false]),
            at: randomMoment(random),
          },
        ]),
  ];
}

/** Compares days as text, as no clock does. */
function onDay(condition: Condition, at: Date | undefined): Verdict {
  const { notBefore, notAfter }: Period = condition.kind === 'restricted-activity' ? {} : condition;
  if (!notBefore && !notAfter) return 'met';
  if (!at) return 'unknown';
  const day = at.toISOString().slice(0, 10);
  return day >= (notBefore ?? '0') && day <= (notAfter ?? '9') ? 'met' : 'not-met';
}

/** The plain oracle of one condition: only what was certainly seen is met, only what was certainly not is not met. */
function plainly(condition: Condition, facts: Fact[]): Verdict {
  if (condition.kind === 'examiner-confirmation') {
    const fact = facts.find((one) => one.kind === 'examiner-confirmation');
    return !fact ? 'unknown' : fact.confirmed ? onDay(condition, fact.at) : 'not-met';
  }
  for (const fact of facts) {
    if (fact.kind === 'examiner-confirmation' || fact.kind !== condition.kind) continue;
    if (fact.linkId !== condition.linkId) continue;
    if (fact.kind === 'restricted-activity') {
      if (fact.unrestricted) return 'not-met';
      if (fact.trouble || fact.listed === undefined || fact.unrestricted === undefined) return 'unknown';
      return fact.launched && fact.listed ? 'met' : 'not-met';
    }
    if (fact.trouble) return 'unknown';
    if (fact.score === undefined) return 'not-met';
    if (condition.kind !== 'own-line-item') continue;
    if ('thresholdPoints' in condition)
      return fact.score >= condition.thresholdPoints ? onDay(condition, fact.givenAt) : 'not-met';
    if (!fact.maximum) return 'unknown';
    // In quarters of a point and of a percent every number is whole: no rounding.
    const reached = BigInt(fact.score * 4) * 400n;
    const needed = BigInt(condition.thresholdPercent * 4) * BigInt(fact.maximum * 4);
    return reached >= needed ? onDay(condition, fact.givenAt) : 'not-met';
  }
  return 'unknown';
}

/** In numbers: not met 0, unknown 1, met 2; all is the least of its parts, any the greatest, at least n the n-th greatest. */
function oracle(rule: AwardRule, facts: Fact[]): Verdict {
  const order: Verdict[] = ['not-met', 'unknown', 'met'];
  const value = (part: AwardRule): number => {
    if (!('of' in part)) return order.indexOf(plainly(part, facts));
    const fromBest = part.of.map(value).sort((a, b) => b - a);
    if (part.kind === 'at-least') return fromBest[part.count - 1] ?? 0;
    return part.kind === 'all' ? Math.min(...fromBest) : Math.max(...fromBest);
  };
  return order[value(rule)] as Verdict;
}

const leaves = (result: RuleResult): RuleResult[] =>
  result.kind === 'condition' ? [result] : result.of.flatMap(leaves);

describe('random rules over random facts', () => {
  it('5,000 rules, when they are asked, then each answers as the plain oracle does', () => {
    const counts: Record<Verdict, number> = { met: 0, 'not-met': 0, unknown: 0 };
    for (let seed = 1; seed <= 5000; seed += 1) {
      const random = choices(seed * 2_654_435);
      const rule = randomRule(random, 3);
      const facts = randomFacts(random);
      const result = meetsRule(rule, facts);
      const told = `seed ${seed}: ${JSON.stringify({ rule, facts })}`;
      expect(result.verdict, told).to.equal(oracle(rule, facts));
      counts[result.verdict] += 1;
      expect(leaves(result), told).to.have.length(conditionsOf(rule).length);
      const met = leaves(result).filter(({ verdict }) => verdict === 'met').length;
      expect(metConditions(result), told).to.have.length(met);
      if (result.verdict === 'met') expect(met, told).to.be.at.least(1);
    }
    // The cases are no empty ones: each answer comes often.
    expect(
      Object.values(counts).every((count) => count > 500),
      JSON.stringify(counts),
    ).to.equal(true);
  });

  it('2,000 rules, when a fact is taken away, then what was not met never becomes met', () => {
    for (let seed = 1; seed <= 2000; seed += 1) {
      const random = choices(seed * 97_531);
      const rule = randomRule(random, 3);
      const facts = randomFacts(random);
      const before = meetsRule(rule, facts).verdict;
      for (const fact of facts) {
        const after = meetsRule(
          rule,
          facts.filter((one) => one !== fact),
        ).verdict;
        if (before !== 'met') expect(after, `seed ${seed}`).not.to.equal('met');
        else expect(after, `seed ${seed}`).not.to.equal('not-met');
      }
      // of nothing nothing is known, except that too many of too few can never be met
      expect(meetsRule(rule, []).verdict, `seed ${seed}`).to.equal(oracle(rule, [])).and.not.to.equal('met');
      expect(nothingKnown(meetsRule(rule, [])), `seed ${seed}`).to.equal(true);
    }
  });

  it('a rule, when it is deeper or longer than a page can make, then its shape is refused', () => {
    const leaf: AwardRule = { kind: 'examiner-confirmation' };
    const wrap = (rule: AwardRule): AwardRule => ({ kind: 'all', of: [rule] });
    expect(awardRule.safeParse(wrap(wrap(wrap(leaf)))).success).to.equal(true);
    expect(awardRule.safeParse(wrap(wrap(wrap(wrap(leaf))))).success).to.equal(false);
    const many = (count: number): AwardRule => ({
      kind: 'any',
      of: Array.from({ length: count }, () => leaf),
    });
    expect(awardRule.safeParse(many(20)).success).to.equal(true);
    expect(awardRule.safeParse(many(21)).success).to.equal(false);
    expect(awardRule.safeParse({ kind: 'all', of: [many(15), many(15)] }).success).to.equal(false);
    expect(awardRule.safeParse({ kind: 'all', of: [] }).success).to.equal(false);
    const atLeast = (count: number) => awardRule.safeParse({ kind: 'at-least', count, of: [leaf] }).success;
    expect([0, 0.5, 1, 20, 21].map(atLeast)).to.deep.equal([false, false, true, true, false]);
  });
});

describe('an answer of which nothing is known', () => {
  it('when the LMS could not be asked or something was seen, then that is something', () => {
    const rule: AwardRule = {
      kind: 'all',
      of: [
        { kind: 'examiner-confirmation' },
        { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 },
      ],
    };
    const away: Fact = { kind: 'own-line-item', linkId: 'link-1', observedAt, trouble: 'lms-unreachable' };
    const open: Fact = { kind: 'examiner-confirmation', confirmed: false };
    expect(nothingKnown(meetsRule(rule, []))).to.equal(true);
    expect(nothingKnown(meetsRule(rule, [away]))).to.equal(false);
    expect(nothingKnown(meetsRule(rule, [open]))).to.equal(false);
  });
});
