import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { draftDefinition } from '../../../src/domain/micro-credentials/definition.js';
import { ruleOf, saysWhatPasses } from '../../../src/domain/micro-credentials/rule-of.js';
import { aDefinition } from '../../support/builders/a-definition.js';

const confirmed: AwardRule = { kind: 'examiner-confirmation' };
const rated: AwardRule = { kind: 'competency', item: { id: '1', name: 'Managing data' } };
const done: AwardRule = { kind: 'course-completion' };
const [first, second] = aDefinition().outcomes;
if (!first || !second) throw new Error('the definition has two outcomes');

describe('the rule of a definition', () => {
  it('when no outcome has a rule of its own, then it is the rule for the whole, as it is kept', () => {
    const rule: AwardRule = { kind: 'any', of: [confirmed, done] };
    expect(ruleOf(aDefinition({ rule }))).to.equal(rule);
  });

  it('when outcomes have rules of their own, then each is a part that names its outcome, and the whole comes last', () => {
    const any: AwardRule = { kind: 'any', of: [rated, done] };
    const outcomes = [
      { ...first, provenBy: rated },
      { ...second, provenBy: any },
    ];
    const parts = [
      { kind: 'all', of: [rated], outcomeId: 'o1' },
      { ...any, outcomeId: 'o2' },
    ];
    const both = aDefinition({ outcomes, rule: confirmed });
    expect(ruleOf(both)).to.deep.equal({ kind: 'all', of: [...parts, confirmed] });
    expect(ruleOf({ outcomes })).to.deep.equal({ kind: 'all', of: parts });
    const one = { outcomes: [first, { ...second, provenBy: any }], rule: confirmed };
    expect(ruleOf(one)).to.deep.equal({ kind: 'all', of: [parts[1], confirmed] });
  });

  it('when nothing is said of passing, then it is a combination of nothing', () => {
    const nothing = { outcomes: [first], rule: undefined };
    expect(ruleOf(nothing)).to.deep.equal({ kind: 'all', of: [] });
    expect(saysWhatPasses(nothing)).to.equal(false);
    expect(saysWhatPasses({ outcomes: [{ ...first, provenBy: rated }] })).to.equal(true);
    expect(saysWhatPasses({ outcomes: [first], rule: done })).to.equal(true);
  });

  it('when a draft is read, then the rule of an outcome is held to the same shape, and names no outcome', () => {
    const withRule = (provenBy: unknown) => ({
      ...aDefinition(),
      outcomes: [{ ...first, provenBy }],
    });
    expect(draftDefinition.safeParse(withRule({ kind: 'all', of: [] })).success).to.equal(false);
    const read = draftDefinition.parse(withRule({ kind: 'any', of: [rated], outcomeId: 'o2' }));
    expect(read.outcomes[0]?.provenBy).to.deep.equal({ kind: 'any', of: [rated] });
  });
});
