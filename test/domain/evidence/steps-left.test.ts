import { expect } from 'chai';
import { stepsLeft } from '../../../src/domain/evidence/steps-left.js';
import type { RuleResult, Verdict } from '../../../src/domain/evidence/verdict.js';

const condition = (verdict: Verdict, linkId: string): RuleResult => ({
  kind: 'condition',
  verdict,
  result: {
    condition: { kind: 'restricted-activity', linkId },
    verdict,
    reason: verdict === 'met' ? 'access-shown' : 'access-neither',
    details: {},
  },
});
const [met, missing, unknown] = [condition('met', '1'), condition('not-met', '2'), condition('unknown', '3')];
const [second, third] = [condition('not-met', '4'), condition('not-met', '5')];
const unmet = (kind: 'all' | 'any', ...of: RuleResult[]): RuleResult => ({ kind, verdict: 'not-met', of });

describe('stepsLeft', () => {
  const cases: [string, RuleResult, number][] = [
    ['one condition that is met', met, 0],
    ['one condition that is missing', missing, 1],
    ['one condition that could not be checked', unknown, 1],
    ['all of three, one of them met', { kind: 'all', verdict: 'not-met', of: [met, missing, unknown] }, 2],
    ['any of two, none met', { kind: 'any', verdict: 'not-met', of: [missing, second] }, 1],
    ['any of two, one met', { kind: 'any', verdict: 'met', of: [missing, met] }, 0],
    [
      'two of four, one met',
      { kind: 'at-least', count: 2, verdict: 'not-met', of: [missing, met, second, third] },
      1,
    ],
    [
      'any of a group of two and a group of one',
      {
        kind: 'any',
        verdict: 'not-met',
        of: [
          { kind: 'all', verdict: 'not-met', of: [missing, second] },
          { kind: 'all', verdict: 'not-met', of: [met, missing] },
        ],
      },
      1,
    ],
    [
      'the same condition, for an outcome and for the whole,',
      unmet(
        'all',
        { ...unmet('all', missing), outcomeId: 'o1' } as RuleResult,
        unmet('all', missing, second),
      ),
      2,
    ],
    ['a choice of which one part is needed anyway', unmet('all', unmet('any', second, third), third), 1],
  ];
  for (const [what, result, steps] of cases)
    it(`${what}, counted, is ${steps} away`, () => {
      expect(stepsLeft(result)).to.equal(steps);
    });
});
