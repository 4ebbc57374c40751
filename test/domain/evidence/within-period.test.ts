import { expect } from 'chai';
import type { Fact } from '../../../src/domain/evidence/fact.js';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import { withinPeriod } from '../../../src/domain/evidence/within-period.js';
import { offerStands } from '../../../src/domain/awards/offer-stands.js';
import { awardRule, type AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';

const june = { notBefore: '2026-06-01', notAfter: '2026-06-30' };
const rule: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPoints: 12, ...june };
const grade = (score: number, givenAt?: string): Fact => ({
  kind: 'own-line-item',
  linkId: 'link-1',
  score,
  maximum: 20,
  givenAt: givenAt === undefined ? undefined : new Date(givenAt),
  observedAt: new Date('2026-09-01T08:00:00Z'),
});

function answer(fact: Fact): string {
  const result = meetsRule(rule, [fact]);
  if (result.kind !== 'condition') throw new Error('a condition was expected');
  return `${result.verdict} ${result.result.reason}`;
}

describe('the days that count', () => {
  const cases: [string, string, string][] = [
    ['the last moment before the first day', '2026-05-31T23:59:59.999Z', 'too-early'],
    ['the first moment of the first day', '2026-06-01T00:00:00.000Z', 'in-time'],
    ['the last moment of the last day', '2026-06-30T23:59:59.999Z', 'in-time'],
    ['the first moment after the last day', '2026-07-01T00:00:00.000Z', 'too-late'],
    ['a moment that could not be read', 'nonsense', 'date-unknown'],
  ];
  for (const [what, at, expected] of cases)
    it(`${what}, when it is compared, then is ${expected}`, () => {
      expect(withinPeriod(june, new Date(at))).to.equal(expected);
    });

  it('one side, when the other is open, then alone decides; no date is unknown', () => {
    const at = new Date('2026-06-15T08:00:00Z');
    expect(withinPeriod({ notBefore: '2026-06-16' }, at)).to.equal('too-early');
    expect(withinPeriod({ notBefore: '2026-06-15' }, at)).to.equal('in-time');
    expect(withinPeriod({ notAfter: '2026-06-14' }, at)).to.equal('too-late');
    expect(withinPeriod({ notAfter: '2026-06-15' }, at)).to.equal('in-time');
    expect(withinPeriod({ notAfter: '2026-06-15' }, undefined)).to.equal('date-unknown');
  });

  it('a day that no calendar has, when it is in a rule, then the rule is refused', () => {
    expect(awardRule.safeParse(rule).success).to.equal(true);
    for (const notAfter of ['2026-02-30', '30.6.2026', '2026-06-30T00:00:00Z', ''])
      expect(awardRule.safeParse({ ...rule, notAfter }).success, notAfter).to.equal(false);
  });
});

describe('the rule: days that count', () => {
  const cases: [string, Fact, string][] = [
    ['is given in time', grade(12, '2026-06-30T22:00:00Z'), 'met score-reached'],
    ['is given too late', grade(12, '2026-07-02T08:00:00Z'), 'not-met too-late'],
    ['is given too early', grade(12, '2026-05-02T08:00:00Z'), 'not-met too-early'],
    ['has no date', grade(12), 'unknown date-unknown'],
    ['is below, without a date', grade(11.5), 'not-met score-below'],
    ['is below, too late', grade(11.5, '2026-07-02T08:00:00Z'), 'not-met score-below'],
  ];
  for (const [what, fact, expected] of cases)
    it(`a grade, when it ${what}, then is ${expected}`, () => {
      expect(answer(fact)).to.equal(expected);
    });

  it('an offer, when the grade is given anew after the last day, then stands; when it falls, then not', () => {
    expect(offerStands(rule, [grade(15, '2026-07-02T08:00:00Z')]).stands).to.equal(true);
    expect(offerStands(rule, [grade(11, '2026-06-02T08:00:00Z')]).stands).to.equal(false);
    const confirmed: AwardRule = { kind: 'examiner-confirmation', ...june };
    const fact = { kind: 'examiner-confirmation', at: new Date('2026-07-02T08:00:00Z') } as const;
    expect(offerStands(confirmed, [{ ...fact, confirmed: true }]).stands).to.equal(true);
    expect(offerStands(confirmed, [{ ...fact, confirmed: false }]).stands).to.equal(false);
  });
});
