import { expect } from 'chai';
import type { Fact } from '../../../src/domain/evidence/fact.js';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import { percentOf, scoreReaches } from '../../../src/domain/evidence/score-reaches.js';
import type { RuleResult, Verdict } from '../../../src/domain/evidence/verdict.js';
import {
  awardRule,
  type AwardRule,
  type Condition,
} from '../../../src/domain/micro-credentials/award-rule.js';

const observedAt = new Date('2026-11-20T08:00:00Z');
const at = new Date('2026-11-19T08:00:00Z');

function answer(condition: Condition, facts: Fact[]): string {
  const result = meetsRule(condition, facts);
  if (result.kind !== 'condition') throw new Error('a condition was expected');
  return `${result.verdict} ${result.result.reason}`;
}

type Access = Partial<Extract<Fact, { kind: 'restricted-activity' }>>;
const access = (fields: Access): Fact => ({
  kind: 'restricted-activity',
  linkId: 'link-1',
  launched: true,
  listed: true,
  unrestricted: false,
  observedAt,
  ...fields,
});

describe('the rule: restricted activity', () => {
  const condition: Condition = { kind: 'restricted-activity', linkId: 'link-1' };
  const cases: [string, Access, string][] = [
    ['launched it and is listed', {}, 'met access-shown'],
    ['is listed but never launched it', { launched: false }, 'not-met access-not-launched'],
    ['launched it but is not listed', { listed: false }, 'not-met access-not-listed'],
    ['did neither', { launched: false, listed: false }, 'not-met access-neither'],
    ['is listed as everybody is', { unrestricted: true }, 'not-met access-unrestricted'],
    [
      'launched it, the LMS is away',
      { listed: undefined, unrestricted: undefined, trouble: 'lms-unreachable' },
      'unknown lms-unreachable',
    ],
    [
      'never launched it, the LMS is away',
      { launched: false, listed: undefined, unrestricted: undefined, trouble: 'lms-refused' },
      'unknown lms-refused',
    ],
    [
      'is listed, but the course could not be asked',
      { unrestricted: undefined, trouble: 'lms-answer-unreadable' },
      'unknown lms-answer-unreadable',
    ],
    ['is listed, and nobody said whether all are', { unrestricted: undefined }, 'unknown no-fact'],
  ];
  for (const [who, fields, expected] of cases) {
    it(`when the learner ${who}, then it is ${expected}`, () => {
      expect(answer(condition, [access(fields)])).to.equal(expected);
    });
  }

  it('when the fact is of another link, then nothing is known', () => {
    expect(answer(condition, [access({ linkId: 'link-2' })])).to.equal('unknown no-fact');
  });
});

describe('the rule: own line item', () => {
  const condition = (thresholdPercent: number): Condition => ({
    kind: 'own-line-item',
    linkId: 'link-1',
    thresholdPercent,
  });
  type Score = Partial<Extract<Fact, { kind: 'own-line-item' }>>;
  const score = (fields: Score): Fact => ({ kind: 'own-line-item', linkId: 'link-1', observedAt, ...fields });
  const cases: [number, Score, string][] = [
    [50, { score: 50, maximum: 100 }, 'met score-reached'],
    [50, { score: 49.999999, maximum: 100 }, 'not-met score-below'],
    [29, { score: 0.29, maximum: 1 }, 'met score-reached'],
    [7, { score: 0.07, maximum: 1 }, 'met score-reached'],
    [80, { score: 0.7999999999999999, maximum: 1 }, 'met score-reached'],
    [66.66, { score: 66.65999, maximum: 100 }, 'not-met score-below'],
    [100, { score: 20, maximum: 20 }, 'met score-reached'],
    [100, { score: 19.99999, maximum: 20 }, 'not-met score-below'],
    [50, { score: 120, maximum: 100 }, 'met score-reached'],
    [0, { score: 0, maximum: 10 }, 'met score-reached'],
    [0, { score: -1, maximum: 10 }, 'not-met score-below'],
    [50, { maximum: 100 }, 'not-met score-none'],
    [0, {}, 'not-met score-none'],
    [50, { score: 60 }, 'unknown score-no-maximum'],
    [50, { score: 60, maximum: 0 }, 'unknown score-no-maximum'],
    [50, { score: 60, maximum: -1 }, 'unknown score-no-maximum'],
    [60, { score: 59.9999999, maximum: 100 }, 'not-met score-below'],
    [70, { score: 7, maximum: 10 }, 'met score-reached'],
    [70, { score: 0.7, maximum: 1 }, 'met score-reached'],
    [50, { score: Number.NaN, maximum: 100 }, 'unknown lms-answer-unreadable'],
    [50, { score: 60, maximum: Number.POSITIVE_INFINITY }, 'unknown lms-answer-unreadable'],
    [50, { score: 60, maximum: 100, trouble: 'lms-unreachable' }, 'unknown lms-unreachable'],
    [50, { trouble: 'no-line-item' }, 'unknown no-line-item'],
  ];
  for (const [threshold, fields, expected] of cases) {
    const told = `${fields.score ?? 'no score'} of ${fields.maximum ?? 'nothing'} ${fields.trouble ?? ''}`;
    it(`when the LMS tells ${told} for ${threshold} %, then it is ${expected}`, () => {
      expect(answer(condition(threshold), [score(fields)])).to.equal(expected);
    });
  }

  const inPoints: [number, Score, string][] = [
    [12, { score: 12, maximum: 20 }, 'met score-reached'],
    [60, { score: 59.9999999, maximum: 100 }, 'not-met score-below'],
    [0.3, { score: 0.1 + 0.2, maximum: 1 }, 'met score-reached'],
    [0.8, { score: 0.7999999999999999, maximum: 1 }, 'met score-reached'],
    [12, { score: 12 }, 'met score-reached'],
    [12, { score: 11.5, maximum: 0 }, 'not-met score-below'],
    [0, { score: 0, maximum: 10 }, 'met score-reached'],
    [0, { score: -0.5, maximum: 10 }, 'not-met score-below'],
    [0, { maximum: 10 }, 'not-met score-none'],
    [12, { score: Number.NaN, maximum: 20 }, 'unknown lms-answer-unreadable'],
    [12, { score: 15, maximum: Number.POSITIVE_INFINITY }, 'unknown lms-answer-unreadable'],
    [12, { score: 15, maximum: 20, trouble: 'lms-refused' }, 'unknown lms-refused'],
  ];
  for (const [thresholdPoints, fields, expected] of inPoints) {
    const told = `${fields.score ?? 'no score'} of ${fields.maximum ?? 'nothing'} ${fields.trouble ?? ''}`;
    it(`when the LMS tells ${told} for ${thresholdPoints} points, then it is ${expected}`, () => {
      const asked: Condition = { kind: 'own-line-item', linkId: 'link-1', thresholdPoints };
      expect(answer(asked, [score(fields)])).to.equal(expected);
    });
  }

  it('when a condition is read, then it has one threshold, and that of former versions means what it did', () => {
    const former = { kind: 'all', of: [{ kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 }] };
    expect(awardRule.parse(former)).to.deep.equal(former);
    const item = { kind: 'own-line-item', linkId: 'link-1' };
    const readable = (threshold: object) => awardRule.safeParse({ ...item, ...threshold }).success;
    expect(readable({ thresholdPoints: 12.5 })).to.equal(true);
    for (const wrong of [{}, { thresholdPoints: -1 }, { thresholdPercent: 101 }, { thresholdPoints: '12' }])
      expect(readable(wrong), JSON.stringify(wrong)).to.equal(false);
  });

  it('when thousands of scores stand exactly at their threshold, then all reach it and one step less none', () => {
    for (let maximum = 1; maximum <= 40; maximum += 1) {
      for (let percent = 1; percent <= 100; percent += 1) {
        const exact = Number(((maximum * percent) / 100).toFixed(2));
        if (exact * 100 !== Math.round(exact * 100)) continue;
        if (Math.round(exact * 100) !== maximum * percent) continue;
        expect(scoreReaches(exact, maximum, percent), `${exact} of ${maximum}`).to.equal(true);
        expect(scoreReaches(exact - 0.00001, maximum, percent), `below ${exact}`).to.equal(false);
      }
    }
  });

  it('when a percentage is shown, then what is below a threshold never looks as if it reached it', () => {
    expect(percentOf(49.999999, 100)).to.equal(49.99);
    expect(percentOf(0.29, 1)).to.equal(29);
    expect(percentOf(1, 3)).to.equal(33.33);
  });
});

describe('the rule: examiner', () => {
  const condition: Condition = { kind: 'examiner-confirmation' };
  it('when the examiner confirmed, then it is met with name and date', () => {
    const fact: Fact = {
      kind: 'examiner-confirmation',
      confirmed: true,
      examiner: { subject: 't', name: 'Tess' },
      at,
    };
    const result = meetsRule(condition, [fact]);
    expect(result.kind === 'condition' && result.result.details).to.deep.equal({ examiner: 'Tess', at });
    expect(answer(condition, [fact])).to.equal('met examiner-confirmed');
  });
  it('when not or no longer confirmed, then it is not met; without the fact it is unknown', () => {
    expect(answer(condition, [{ kind: 'examiner-confirmation', confirmed: false }])).to.equal(
      'not-met examiner-not-yet',
    );
    expect(answer(condition, [])).to.equal('unknown no-fact');
  });
});

describe('the rule: combined', () => {
  // one condition of each verdict
  const leaf: Record<Verdict, AwardRule> = {
    met: { kind: 'restricted-activity', linkId: 'met' },
    'not-met': { kind: 'restricted-activity', linkId: 'not-met' },
    unknown: { kind: 'restricted-activity', linkId: 'unknown' },
  };
  const facts = [access({ linkId: 'met' }), access({ linkId: 'not-met', listed: false })];
  const table: ['all' | 'any', Verdict[], Verdict][] = [
    ['all', ['met', 'met'], 'met'],
    ['all', ['met', 'unknown'], 'unknown'],
    ['all', ['unknown', 'not-met'], 'not-met'],
    ['all', ['met', 'not-met'], 'not-met'],
    ['any', ['not-met', 'met'], 'met'],
    ['any', ['unknown', 'met'], 'met'],
    ['any', ['unknown', 'not-met'], 'unknown'],
    ['any', ['not-met', 'not-met'], 'not-met'],
  ];
  for (const [kind, verdicts, expected] of table) {
    it(`when ${kind} of ${verdicts.join(', ')} is asked, then it is ${expected}`, () => {
      expect(meetsRule({ kind, of: verdicts.map((verdict) => leaf[verdict]) }, facts).verdict).to.equal(
        expected,
      );
    });
  }

  const atLeast: [number, Verdict[], Verdict][] = [
    [2, ['met', 'not-met', 'met'], 'met'],
    [2, ['met', 'met', 'unknown'], 'met'],
    [2, ['met', 'unknown', 'not-met'], 'unknown'],
    [2, ['unknown', 'unknown', 'not-met'], 'unknown'],
    [2, ['unknown', 'not-met', 'not-met'], 'not-met'],
    [2, ['met', 'not-met', 'not-met'], 'not-met'],
    [3, ['met', 'met'], 'not-met'],
    [3, ['unknown', 'unknown'], 'not-met'],
  ];
  for (const [count, verdicts, expected] of atLeast) {
    it(`when at least ${count} of ${verdicts.join(', ')} are asked, then it is ${expected}`, () => {
      const rule: AwardRule = { kind: 'at-least', count, of: verdicts.map((verdict) => leaf[verdict]) };
      const result = meetsRule(rule, facts);
      expect(result).to.include({ kind: 'at-least', count, verdict: expected });
    });
  }

  it('when a combination is empty, then nothing is known', () => {
    expect(meetsRule({ kind: 'all', of: [] }, []).verdict).to.equal('unknown');
    expect(meetsRule({ kind: 'any', of: [] }, []).verdict).to.equal('unknown');
    expect(meetsRule({ kind: 'at-least', count: 1, of: [] }, []).verdict).to.equal('unknown');
  });

  /** Small generator of repeatable pseudo-random numbers (mulberry32). */
  function numbers(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
  }

  const verdicts: Verdict[] = ['met', 'not-met', 'unknown'];
  function randomRule(next: () => number, depth: number): AwardRule {
    if (depth === 0 || next() < 0.3) return leaf[verdicts[Math.floor(next() * 3)] ?? 'unknown'];
    const of = Array.from({ length: 1 + Math.floor(next() * 4) }, () => randomRule(next, depth - 1));
    const kind = (['all', 'any', 'at-least'] as const)[Math.floor(next() * 3)] ?? 'all';
    return kind === 'at-least' ? { kind, count: 1 + Math.floor(next() * (of.length + 1)), of } : { kind, of };
  }

  /** The plain oracle: try every way the unknown could turn out; the answer holds only if it holds in all of them. */
  function oracle(rule: AwardRule): Verdict {
    const evaluate = (part: AwardRule, next: { at: number }, world: boolean[]): boolean => {
      if ('of' in part) {
        const values = part.of.map((one) => evaluate(one, next, world));
        if (part.kind === 'at-least') return values.filter(Boolean).length >= part.count;
        return part.kind === 'all' ? values.every(Boolean) : values.some(Boolean);
      }
      if (part === leaf.unknown) return world[next.at++] ?? false;
      return part === leaf.met;
    };
    const unknowns = countUnknown(rule);
    const outcomes = new Set<boolean>();
    for (let bits = 0; bits < 2 ** unknowns; bits += 1) {
      const world = Array.from({ length: unknowns }, (_, index) => ((bits >> index) & 1) === 1);
      outcomes.add(evaluate(rule, { at: 0 }, world));
    }
    return outcomes.size === 2 ? 'unknown' : outcomes.has(true) ? 'met' : 'not-met';
  }
  function countUnknown(rule: AwardRule): number {
    if ('of' in rule) return rule.of.reduce((sum, part) => sum + countUnknown(part), 0);
    return rule === leaf.unknown ? 1 : 0;
  }
  function hasVerdicts(result: RuleResult): boolean {
    return verdicts.includes(result.verdict) && (result.kind === 'condition' || result.of.every(hasVerdicts));
  }

  it('when 2,000 random rules are asked, then each answers as trying out every world does', () => {
    const next = numbers(20_261_120);
    let checked = 0;
    while (checked < 2000) {
      const rule = randomRule(next, 3);
      if (countUnknown(rule) > 10) continue;
      checked += 1;
      const result = meetsRule(rule, facts);
      expect(result.verdict, `case ${checked} of seed 20261120: ${JSON.stringify(rule)}`).to.equal(
        oracle(rule),
      );
      expect(hasVerdicts(result)).to.equal(true);
    }
  });
});
