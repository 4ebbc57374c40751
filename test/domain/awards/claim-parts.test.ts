import { expect } from 'chai';
import { carriedGrades } from '../../../src/domain/awards/carried-grade.js';
import { confirmedIdentity, emailKeyOf, toldByLms } from '../../../src/domain/awards/confirmed-identity.js';
import { drawStatusPlace } from '../../../src/domain/awards/draw-status-place.js';
import { offerStands } from '../../../src/domain/awards/offer-stands.js';
import { monthsLater, wholeSeconds } from '../../../src/domain/awards/validity.js';
import type { Fact } from '../../../src/domain/evidence/fact.js';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import type { RuleResult } from '../../../src/domain/evidence/verdict.js';
import { ruleOf } from '../../../src/domain/micro-credentials/rule-of.js';
import type { Person } from '../../../src/domain/courses/visit.js';
import { memoryStatusLists } from '../../support/memory/memory-awards.js';
import { thrownProblem } from '../../support/thrown-problem.js';

describe('the identity at claim', () => {
  const ada: Person = { subject: '6', name: '  Ade\u0301la\u0007  ', email: ' Ada@Example.org ' };

  it('when the LMS tells both, then they stand, cleaned, whatever is typed', () => {
    expect(confirmedIdentity(ada, { name: 'Eve', email: 'eve@example.org', consent: true })).to.deep.equal({
      name: 'Ad\u00e9la',
      email: 'Ada@Example.org',
      nameFrom: 'lms',
      emailFrom: 'lms',
    });
  });

  it('when the LMS tells nothing, or nothing usable, then what is typed counts and is marked', () => {
    const silent: Person[] = [{ subject: '6' }, { subject: '6', name: ' ', email: 'not an address' }];
    for (const person of silent) {
      expect(toldByLms(person)).to.deep.equal({ name: undefined, email: undefined });
      const typed = { name: ' Ada ', email: 'ada@example.org', consent: true };
      expect(confirmedIdentity(person, typed)).to.deep.equal({
        name: 'Ada',
        email: 'ada@example.org',
        nameFrom: 'learner',
        emailFrom: 'learner',
      });
    }
  });

  const faults: [string, object, Record<string, string>][] = [
    ['nothing is typed', {}, { name: 'required', email: 'required', consent: 'required' }],
    [
      'name and address are none',
      { name: 'x'.repeat(201), email: 'ada@', consent: true },
      { name: 'too-long', email: 'not-an-email' },
    ],
    ['consent is not given', { name: 'Ada', email: 'ada@example.org' }, { consent: 'required' }],
  ];
  for (const [when, typed, fields] of faults) {
    it(`when ${when}, then every field is told`, async () => {
      const problem = await thrownProblem(() =>
        confirmedIdentity({ subject: '6' }, { consent: false, ...typed }),
      );
      expect(problem.facts.fields).to.deep.equal(fields);
    });
  }

  it('when addresses differ by case alone, then they have one key; another pepper gives another', () => {
    const pepper = new Uint8Array(32).fill(1);
    const key = emailKeyOf('ada@example.org', pepper);
    expect(key).to.match(/^[0-9a-f]{64}$/);
    expect(emailKeyOf('ADA@Example.ORG', pepper)).to.equal(key);
    expect(emailKeyOf('ada@example.org', new Uint8Array(32))).not.to.equal(key);
  });
});

describe('the validity of an award', () => {
  const later = (text: string, months: number) => monthsLater(new Date(text), months).toISOString();
  it('when months are added, then the day stays or is the last of its month', () => {
    expect(later('2026-11-20T09:30:00Z', 12)).to.equal('2027-11-20T09:30:00.000Z');
    expect(later('2026-01-31T09:30:00Z', 1)).to.equal('2026-02-28T09:30:00.000Z');
    expect(later('2027-08-31T00:00:00Z', 6)).to.equal('2028-02-29T00:00:00.000Z');
    expect(later('2028-02-29T00:00:00Z', 12)).to.equal('2029-02-28T00:00:00.000Z');
    expect(later('2026-12-31T23:59:59Z', 1)).to.equal('2027-01-31T23:59:59.000Z');
  });
  it('when a moment has a fraction, then it is rounded down', () => {
    expect(wholeSeconds(new Date('2026-11-20T09:30:00.999Z')).toISOString()).to.equal(
      '2026-11-20T09:30:00.000Z',
    );
  });
});

describe('a place in a status list', () => {
  const input = { institutionId: 'institution-1', at: new Date('2026-11-20T08:00:00Z') };

  it('when a place is taken, then another is drawn in the same list', async () => {
    const statusLists = memoryStatusLists();
    const drawn: string[] = [];
    const outcome = await drawStatusPlace({ statusLists }, input, async ({ listId, index }) => {
      expect(index).to.be.within(0, 131_071);
      drawn.push(listId);
      return drawn.length < 50 ? 'place-taken' : 'issued';
    });
    expect(outcome).to.equal('issued');
    expect(new Set(drawn)).to.deep.equal(new Set(['list-1']));
    expect(statusLists.closed).to.deep.equal([]);
  });

  it('when fifty draws fail, then the list is closed and the next one used', async () => {
    const statusLists = memoryStatusLists();
    const places = new Set<number>();
    const outcome = await drawStatusPlace({ statusLists }, input, async ({ listId, index }) => {
      places.add(index);
      return listId === 'list-1' ? 'place-taken' : 'issued';
    });
    expect(outcome).to.equal('issued');
    expect(statusLists.closed).to.deep.equal(['list-1']);
    expect(places.size).to.be.greaterThan(40);
  });

  it('when no list takes anything, then it gives up', async () => {
    const problem = await thrownProblem(() =>
      drawStatusPlace({ statusLists: memoryStatusLists() }, input, async () => 'place-taken'),
    );
    expect(problem.code).to.equal('status-list-full');
  });
});

describe('whether an offer stands', () => {
  const rule = { kind: 'restricted-activity', linkId: 'l' } as const;
  const fact = (fields: Partial<Fact>): Fact[] => [
    {
      ...{ kind: 'restricted-activity', linkId: 'l', launched: true, listed: true },
      observedAt: new Date(),
      ...fields,
    } as Fact,
  ];
  it('when everybody has passed by now, or the LMS is away, then it stands', () => {
    expect(offerStands(rule, fact({ unrestricted: true })).stands).to.equal(true);
    expect(offerStands(rule, fact({ listed: undefined, trouble: 'lms-unreachable' })).stands).to.equal(true);
    expect(offerStands(rule, fact({ unrestricted: false })).stands).to.equal(true);
  });
  it('when the learner is no longer listed, then it falls', () => {
    const { stands, result } = offerStands(rule, fact({ listed: false, unrestricted: false }));
    expect(stands).to.equal(false);
    expect(result.verdict).to.equal('not-met');
  });
});

describe('the carried grade', () => {
  const graded = { kind: 'own-line-item', linkId: 'l', thresholdPercent: 50 } as const;
  const scored = (score: number) =>
    meetsRule({ kind: 'any', of: [{ kind: 'examiner-confirmation' }, graded] }, [
      { kind: 'own-line-item', linkId: 'l', score, maximum: 100, observedAt: new Date() },
    ]);
  it('when the newest result has a score, then it is carried, else the one of the offer', () => {
    const away = meetsRule(graded, [
      { kind: 'own-line-item', linkId: 'l', observedAt: new Date(), trouble: 'lms-unreachable' },
    ]);
    const of = (score: number) => ({ grade: { score, maximum: 100 } });
    expect(carriedGrades(scored(78.5), scored(60))).to.deep.equal(of(78.5));
    expect(carriedGrades(away, scored(60))).to.deep.equal(of(60));
    expect(carriedGrades(away, undefined)).to.deep.equal({});
  });

  it('when outcomes have graded rules of their own, then each has its grade, and the whole has none of theirs', () => {
    const outcomes = [
      { id: 'o1', text: { en: 'One' }, assessmentId: 'a1', provenBy: graded },
      {
        id: 'o2',
        text: { en: 'Two' },
        assessmentId: 'a1',
        provenBy: { kind: 'course-total' as const, thresholdPercent: 50 },
      },
      {
        id: 'o3',
        text: { en: 'Three' },
        assessmentId: 'a1',
        provenBy: { kind: 'examiner-confirmation' as const },
      },
    ];
    const seen = (score: number, total?: number): RuleResult =>
      meetsRule(ruleOf({ outcomes, rule: { kind: 'course-completion' } }), [
        { kind: 'own-line-item', linkId: 'l', score, maximum: 100, observedAt: new Date() },
        { kind: 'course-total', score: total, minimum: 0, maximum: 20, observedAt: new Date() },
      ]);
    expect(carriedGrades(seen(70), seen(60, 15))).to.deep.equal({
      outcomeGrades: [
        { outcomeId: 'o1', score: 70, maximum: 100 },
        { outcomeId: 'o2', score: 15, maximum: 20 },
      ],
    });
    const both = meetsRule(ruleOf({ outcomes: outcomes.slice(0, 1), rule: outcomes[1]?.provenBy }), [
      { kind: 'own-line-item', linkId: 'l', score: 70, maximum: 100, observedAt: new Date() },
      { kind: 'course-total', score: 12, minimum: 0, maximum: 20, observedAt: new Date() },
    ]);
    expect(carriedGrades(both)).to.deep.equal({
      grade: { score: 12, maximum: 20 },
      outcomeGrades: [{ outcomeId: 'o1', score: 70, maximum: 100 }],
    });
  });
});
