/** What signed documents say of rules that learning outcomes have of their own. */
import { expect } from 'chai';
import { criteriaNarrative } from '../../../src/domain/awards/narratives.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aDefinition } from '../../support/builders/a-definition.js';

const rated: AwardRule = { kind: 'competency', item: { id: '1', name: 'Managing data' } };

describe('signed criteria of outcomes with rules of their own', () => {
  it('when outcomes have rules, then each is told under its outcome, and the rule for the whole after them', () => {
    const [first, second] = aDefinition().outcomes;
    if (!first || !second) throw new Error('the definition has two outcomes');
    const outcomes = [
      { ...first, provenBy: rated },
      { ...second, provenBy: { kind: 'any' as const, of: [rated, { kind: 'course-completion' as const }] } },
    ];
    const criteria = criteriaNarrative(aDefinition({ outcomes }));
    expect(criteria.slice(criteria.indexOf('The award is made when:'))).to.equal(
      [
        'The award is made when:',
        '',
        '- all of these hold:',
        '  - “Judges the quality of a data set” is shown when this holds:',
        '    - the learner is rated proficient in the competency “Managing data”',
        '  - “Presents data honestly” is shown when one of these holds:',
        '    - the learner is rated proficient in the competency “Managing data”',
        '    - the learning platform records the course as completed',
        '  - an examiner confirms that the criteria are met',
      ].join('\n'),
    );
    expect(criteriaNarrative(aDefinition({ outcomes, language: 'fr' }))).to.contain(
      '« Presents data honestly » est démontré quand l’une de ces conditions est remplie :',
    );
  });

  it('when there is one rule for the whole, then the criteria are what they were', () => {
    expect(criteriaNarrative(aDefinition())).to.match(
      /The award is made when:\n\n- an examiner confirms that the criteria are met$/,
    );
  });
});
