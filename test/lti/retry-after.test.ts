import { expect } from 'chai';
import { putOffFor } from '../../src/lti/retry-after.js';

describe('a request that the LMS puts off', () => {
  const date = 'Fri, 01 May 2026 12:00:00 GMT';
  const cases: [what: string, status: number, headers: Record<string, string>, wait: number | undefined][] = [
    ['without a time', 503, {}, 500],
    ['for three seconds', 429, { 'retry-after': '3' }, 3_000],
    ['for a minute', 429, { 'retry-after': '60' }, undefined],
    ['until a date that is near', 503, { date, 'retry-after': 'Fri, 01 May 2026 12:00:04 GMT' }, 4_000],
    ['until a date that is far', 503, { date, 'retry-after': 'Fri, 01 May 2026 13:00:00 GMT' }, undefined],
    ['by refusing it', 403, { 'retry-after': '3' }, undefined],
  ];
  for (const [what, status, headers, wait] of cases)
    it(`${what}, when it may be sent again, then that is ${wait ?? 'never, or too late'}`, () => {
      expect(putOffFor({ status, headers })).to.equal(wait);
    });
});
