import { expect } from 'chai';
import type { Fact } from '../../../src/domain/evidence/fact.js';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import { metConditions } from '../../../src/domain/evidence/condition-results.js';
import { nothingKnown } from '../../../src/domain/evidence/nothing-known.js';
import { outcomeVerdict, resultParts } from '../../../src/domain/evidence/outcome-results.js';
import type { RuleResult, Verdict } from '../../../src/domain/evidence/verdict.js';
import { awardRule, conditionsOf, type AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { ruleOf } from '../../../src/domain/micro-credentials/rule-of.js';
import { oracle, oracleOfParts } from './plain-oracle.js';
import { choices, observedAt, randomFacts, randomParts, randomRule } from './random-evidence.js';

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
      expect(awardRule.safeParse(rule).success || conditionsOf(rule).length > 20, told).to.equal(true);
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

  it('2,000 definitions with rules of outcomes, when they are asked, then award and outcomes are as the plain oracle says', () => {
    const counts: Record<string, number> = {};
    for (let seed = 1; seed <= 2000; seed += 1) {
      const random = choices(seed * 1_327_217);
      const parts = randomParts(random);
      const facts = randomFacts(random);
      const result = meetsRule(ruleOf(parts), facts);
      const verdicts = parts.outcomes.map(({ id }) => outcomeVerdict(resultParts(result), id));
      const expected = oracleOfParts(parts, facts);
      const told = `seed ${seed}`;
      expect(result.verdict, told).to.equal(expected.award);
      expect(verdicts, told).to.deep.equal(expected.outcomes);
      // an award says that every outcome of it was proven
      const isProven = verdicts.every((verdict, at) => verdict === 'met' || !parts.outcomes[at]?.provenBy);
      if (result.verdict === 'met') expect(isProven, told).to.equal(true);
      for (const verdict of [`award ${result.verdict}`, ...verdicts])
        counts[verdict] = (counts[verdict] ?? 0) + 1;
    }
    expect(Object.keys(counts)).to.have.length(6);
    expect(
      Object.values(counts).every((count) => count > 40),
      JSON.stringify(counts),
    ).to.equal(true);
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
