import { expect } from 'chai';
import type { RosterRow, RosterState } from '../../../src/domain/awards/roster-desk.js';
import { oneStepAway, rosterView, rowsOnPage } from '../../../src/domain/awards/roster-view.js';
import type { RuleResult } from '../../../src/domain/evidence/verdict.js';
import { anAward } from '../../support/builders/an-award.js';

const missing = (linkId: string): RuleResult => ({
  kind: 'condition',
  verdict: 'not-met',
  result: {
    condition: { kind: 'restricted-activity', linkId },
    verdict: 'not-met',
    reason: 'access-neither',
    details: {},
  },
});
const lacking = (count: number): RuleResult => ({
  kind: 'all',
  verdict: 'not-met',
  of: Array.from({ length: count }, (_, n) => missing(`link-${n}`)),
});
/** One condition met and one missing. */
const halfway: RuleResult = {
  kind: 'all',
  verdict: 'not-met',
  of: [missing('link-0'), anAward().basis],
};
const row = (name: string, state: RosterState, result?: RuleResult): RosterRow => ({
  subject: `id-${name}`,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@example.org`,
  state,
  result,
});
const rows = [
  row('Adèle Õunapuu', 'issued'),
  row('Bruno Berg', 'not-met', lacking(3)),
  row('Chloé Dupont', 'not-met', lacking(1)),
  row('Dora Berg', 'met'),
  row('Emil Dupont', 'unknown', lacking(2)),
];
const asked = { search: '', order: 'name', page: 1 } as const;
const namesOf = (view: { rows: RosterRow[] }): string[] => view.rows.map(({ name }) => name);

describe('rosterView', () => {
  it('everybody, asked for, is there by name', () => {
    expect(rosterView(rows, asked)).to.deep.equal({ rows, found: 5, page: 1, pages: 1 });
  });

  const searches: [string, string[]][] = [
    ['adele ounapuu', ['Adèle Õunapuu']],
    ['BERG', ['Bruno Berg', 'Dora Berg']],
    ['emil@example', ['Emil Dupont']],
    ['id-Chlo', ['Chloé Dupont']],
    ['dupont  chloe', ['Chloé Dupont']],
    ['nobody', []],
  ];
  for (const [search, found] of searches)
    it(`somebody, searched for with “${search}”, is found`, () => {
      expect(namesOf(rosterView(rows, { ...asked, search }))).to.deep.equal(found);
    });

  it('those of a state, asked for, are there alone', () => {
    expect(namesOf(rosterView(rows, { ...asked, state: 'not-met' }))).to.deep.equal([
      'Bruno Berg',
      'Chloé Dupont',
    ]);
  });

  it('those who are closest, asked for first, come before those who lack more and those who are through', () => {
    expect(namesOf(rosterView(rows, { ...asked, order: 'closest' }))).to.deep.equal([
      'Chloé Dupont',
      'Emil Dupont',
      'Bruno Berg',
      'Adèle Õunapuu',
      'Dora Berg',
    ]);
  });

  it('those who lack one condition, counted, are one step away where they have met another one', () => {
    expect(oneStepAway([...rows, row('Fay', 'not-met', halfway), row('Gil', 'issued', halfway)])).to.equal(1);
  });

  it('states, asked for in order, come as things happen', () => {
    expect(rosterView(rows, { ...asked, order: 'state' }).rows.map(({ state }) => state)).to.deep.equal([
      'not-met',
      'not-met',
      'unknown',
      'met',
      'issued',
    ]);
  });

  it('a large class, page by page, is whole, and a page after the last is the last', () => {
    const many = Array.from({ length: 2 * rowsOnPage + 1 }, (_, n) => row(`Learner ${n}`, 'met'));
    const pages = [1, 2, 3].map((page) => rosterView(many, { ...asked, page }));
    expect(pages.flatMap((view) => view.rows)).to.deep.equal(many);
    expect(rosterView(many, { ...asked, page: 9 })).to.deep.equal(pages[2]);
  });
});
