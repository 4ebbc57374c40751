import { expect } from 'chai';
import type { Fact } from '../../../src/domain/evidence/fact.js';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import { outcomeVerdict, resultParts } from '../../../src/domain/evidence/outcome-results.js';
import { ruleOf, type RuleParts } from '../../../src/domain/micro-credentials/rule-of.js';

const observedAt = new Date('2026-11-20T08:00:00Z');
const outcome = (id: string) => ({ id, text: { en: id }, assessmentId: 'a1' });
const competency = (id: string) => ({ kind: 'competency', item: { id, name: id } }) as const;
const rating = (itemId: string, told: 'proficient' | 'unrated'): Fact => ({
  kind: 'competency',
  itemId,
  rating: told,
  observedAt,
});

const verdicts = (parts: RuleParts, facts: Fact[]) => {
  const result = meetsRule(ruleOf(parts), facts);
  const answers = parts.outcomes.map(({ id }) => outcomeVerdict(resultParts(result), id));
  return [result.verdict, ...answers];
};

describe('the answer about each outcome', () => {
  const mixed: RuleParts = {
    outcomes: [
      { ...outcome('o1'), provenBy: competency('1') },
      { ...outcome('o2'), provenBy: competency('2') },
      outcome('o3'),
    ],
    rule: { kind: 'examiner-confirmation' },
  };

  it('when some have rules of their own, then those answer for them, and the whole for the others', () => {
    const confirmed: Fact = { kind: 'examiner-confirmation', confirmed: true };
    const facts = [rating('1', 'proficient'), rating('2', 'unrated'), confirmed];
    expect(verdicts(mixed, facts)).to.deep.equal(['not-met', 'met', 'not-met', 'met']);
  });

  it('when nothing is known of one, then that is unknown, and so is the award', () => {
    const confirmed: Fact = { kind: 'examiner-confirmation', confirmed: true };
    const away: Fact = { kind: 'competency', itemId: '2', observedAt, trouble: 'lms-unreachable' };
    const facts = [rating('1', 'proficient'), away, confirmed];
    expect(verdicts(mixed, facts)).to.deep.equal(['unknown', 'met', 'unknown', 'met']);
  });

  it('when every outcome is proven and the whole is not, then there is no award', () => {
    const open: Fact = { kind: 'examiner-confirmation', confirmed: false };
    const facts = [rating('1', 'proficient'), rating('2', 'proficient'), open];
    expect(verdicts(mixed, facts)).to.deep.equal(['not-met', 'met', 'met', 'not-met']);
  });

  it('when there is one rule for the whole, then it answers for every outcome', () => {
    const parts: RuleParts = {
      outcomes: [outcome('o1'), outcome('o2')],
      rule: { kind: 'all', of: [competency('1'), competency('2')] },
    };
    const facts = [rating('1', 'proficient'), rating('2', 'unrated')];
    expect(verdicts(parts, facts)).to.deep.equal(['not-met', 'not-met', 'not-met']);
    expect(verdicts({ ...parts, rule: competency('1') }, facts)).to.deep.equal(['met', 'met', 'met']);
  });

  it('when there is none for the whole, then an outcome without one is unknown', () => {
    const parts: RuleParts = { outcomes: [{ ...outcome('o1'), provenBy: competency('1') }, outcome('o2')] };
    expect(verdicts(parts, [rating('1', 'proficient')])).to.deep.equal(['met', 'met', 'unknown']);
  });
});
