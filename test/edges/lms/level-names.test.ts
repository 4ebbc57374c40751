/** The names of a scale's levels, as Moodle writes them into its gradebook: markup, entities, numbers instead of names. */
import { expect } from 'chai';
import type { LevelNames } from '../../../src/domain/courses/course-records.js';
import { gradeItemsAnswer, gradesIn } from '../../../src/edges/lms/moodle/grade-items.js';

function namesIn(told: { gradeformatted?: unknown; rangeformatted?: unknown }): LevelNames | undefined {
  const item = { id: 4, itemtype: 'manual', scaleid: 1, graderaw: 2, grademin: 1, grademax: 3, ...told };
  const answer = gradeItemsAnswer.parse({ usergrades: [{ userid: 6, gradeitems: [item] }] });
  return gradesIn(answer).get('6')?.[0]?.levelNames;
}

describe('names of the levels of a scale', () => {
  const cases: [string, { gradeformatted?: unknown; rangeformatted?: unknown }, LevelNames][] = [
    ['nothing', {}, {}],
    ['no text', { gradeformatted: 3, rangeformatted: null }, {}],
    [
      'entities',
      { gradeformatted: 'R&amp;D &lt;b&gt;', rangeformatted: 'D&eacute;but&ndash;Ma&icirc;trise' },
      { given: 'R&D <b>', lowest: 'Début', highest: 'Maîtrise' },
    ],
    [
      'markup',
      {
        gradeformatted: '<i class="icon fa" title="Pass"></i>Good<script>alert(1)</script>',
        rangeformatted: '<b>Poor</b>&ndash;<span>Good</span>',
      },
      { given: 'Good', lowest: 'Poor', highest: 'Good' },
    ],
    ['a dash inside', { rangeformatted: 'A – B&ndash;C' }, { lowest: 'A – B', highest: 'C' }],
    ['more than two ends', { rangeformatted: 'A&ndash;B&ndash;C' }, {}],
    ['percentages', { gradeformatted: '50.00 %', rangeformatted: '0.00 %&ndash;100.00 %' }, {}],
    [
      'numbers',
      { gradeformatted: '12', rangeformatted: '8&ndash;16' },
      { given: '12', lowest: '8', highest: '16' },
    ],
    ['a dash for no grade', { gradeformatted: '-', rangeformatted: '-&ndash;-' }, {}],
    ['a very long one', { gradeformatted: 'x'.repeat(900) }, { given: 'x'.repeat(200) }],
  ];
  for (const [what, told, names] of cases)
    it(`${what}, when the gradebook tells it, then is read as text or as no name`, () => {
      expect(namesIn(told)).to.deep.equal(names);
    });

  it('a column with points, when it is read, then has no levels', () => {
    const item = {
      id: 4,
      itemtype: 'manual',
      scaleid: null,
      graderaw: 2,
      grademax: 3,
      gradeformatted: '2.00',
    };
    const answer = gradeItemsAnswer.parse({ usergrades: [{ userid: 6, gradeitems: [item] }] });
    expect(gradesIn(answer).get('6')?.[0]).not.to.have.property('levelNames');
  });
});
