import { expect } from 'chai';
import { passingTrouble } from '../../src/shared/passing-trouble.js';

describe('an answer that asks to come back', () => {
  const date = 'Fri, 01 May 2026 12:00:00 GMT';
  const cases: [string, number, Record<string, string>, object | undefined][] = [
    ['429', 429, {}, { code: 'lms-busy', facts: {} }],
    ['429 for two minutes', 429, { 'retry-after': '120' }, { code: 'lms-busy', facts: { waitMs: 120_000 } }],
    [
      '503 until a date',
      503,
      { date, 'retry-after': 'Fri, 01 May 2026 12:05:00 GMT' },
      { code: 'lms-error', facts: { waitMs: 300_000 } },
    ],
    [
      '429 until a date, on no clock',
      429,
      { 'retry-after': 'Fri, 01 May 2026 12:05:00 GMT' },
      { code: 'lms-busy', facts: {} },
    ],
    ['500', 500, { 'retry-after': 'soon' }, { code: 'lms-error', facts: {} }],
    ['404', 404, { 'retry-after': '5' }, undefined],
    ['200', 200, {}, undefined],
  ];
  for (const [what, status, headers, told] of cases)
    it(`${what}, when it is read, then is told with what it asks for`, () => {
      expect(passingTrouble({ status, headers })).to.deep.equal(told);
    });
});
