import { expect } from 'chai';
import { stepsLeft } from '../../../src/domain/evidence/steps-left.js';
import type { RuleResult, Verdict } from '../../../src/domain/evidence/verdict.js';

const condition = (verdict: Verdict): RuleResult => ({
  kind: 'condition',
  verdict,
  result: {
    condition: { kind: 'examiner-confirmation' },
    verdict,
    reason: verdict === 'met' ? 'examiner-confirmed' : 'examiner-not-yet',
    details: {},
  },
});
const [met, missing, unknown] = [condition('met'), condition('not-met'), condition('unknown')];

describe('stepsLeft', () => {
  const cases: [string, RuleResult, number][] = [
    ['one condition that is met', met, 0],
    ['one condition that is missing', missing, 1],
    ['one condition that could not be checked', unknown, 1],
    ['all of three, one of them met', { kind: 'all', verdict: 'not-met', of: [met, missing, unknown] }, 2],
    ['any of two, none met', { kind: 'any', verdict: 'not-met', of: [missing, missing] }, 1],
    ['any of two, one met', { kind: 'any', verdict: 'met', of: [missing, met] }, 0],
    [
      'two of four, one met',
      { kind: 'at-least', count: 2, verdict: 'not-met', of: [missing, met, missing, missing] },
      1,
    ],
    [
      'any of a group of two and a group of one',
      {
        kind: 'any',
        verdict: 'not-met',
        of: [
          { kind: 'all', verdict: 'not-met', of: [missing, missing] },
          { kind: 'all', verdict: 'not-met', of: [met, missing] },
        ],
      },
      1,
    ],
  ];
  for (const [what, result, steps] of cases)
    it(`${what}, counted, is ${steps} away`, () => {
      expect(stepsLeft(result)).to.equal(steps);
    });
});
