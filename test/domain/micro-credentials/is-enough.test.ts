import { expect } from 'chai';
import type { AwardRule, Condition } from '../../../src/domain/micro-credentials/award-rule.js';
import { isEnough } from '../../../src/domain/micro-credentials/is-enough.js';

const jury: Condition = { kind: 'jury-decision' };
const examiner: Condition = { kind: 'examiner-confirmation' };

describe('isEnough', () => {
  const cases: [string, AwardRule, boolean][] = [
    ['it alone', jury, true],
    ['another alone', examiner, false],
    ['either of the two', { kind: 'any', of: [examiner, jury] }, true],
    ['both', { kind: 'all', of: [examiner, jury] }, false],
    ['two of three, once it', { kind: 'at-least', count: 2, of: [jury, examiner, examiner] }, false],
    [
      'two of three, twice it',
      { kind: 'at-least', count: 2, of: [jury, { kind: 'any', of: [jury, examiner] }, examiner] },
      true,
    ],
    [
      'an outcome by another, and the whole by it',
      { kind: 'all', of: [{ kind: 'all', of: [examiner], outcomeId: 'o1' }, jury] },
      false,
    ],
    ['nothing', { kind: 'all', of: [] }, false],
  ];
  for (const [what, rule, enough] of cases)
    it(`a jury, when ${what} is asked for, then is ${enough ? '' : 'not '}enough`, () => {
      expect(isEnough(rule, 'jury-decision')).to.equal(enough);
    });
});
