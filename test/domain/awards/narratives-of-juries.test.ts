/** What signed documents say of an award that rests on a jury's decision. */
import { expect } from 'chai';
import { criteriaNarrative, evidenceContent } from '../../../src/domain/awards/narratives.js';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import type { Fact } from '../../../src/domain/evidence/fact.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aDefinition } from '../../support/builders/a-definition.js';

const rule: AwardRule = {
  kind: 'any',
  of: [{ kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 }, { kind: 'jury-decision' }],
};
const evidence = (language: string, examiners?: [string, string]) => {
  const at = new Date('2026-11-12T00:00:00Z');
  const fact: Fact = { kind: 'jury-decision', decision: 'proven', at, examiners };
  return evidenceContent(meetsRule(rule, [fact]), aDefinition({ language }));
};

describe('signed sentences about a jury', () => {
  it('an award that rests on a jury, when it is written, then says so with genre and day, and names nobody', () => {
    expect(evidence('en')).to.deep.equal([
      {
        name: 'Validation of prior learning: decision of a jury on a portfolio',
        narrative:
          'A jury of two examiners decided on 2026-11-12, on a portfolio of prior learning, that the criteria are met.',
        kind: 'jury-decision',
      },
    ]);
    expect(evidence('fr')[0]?.narrative).to.equal(
      'Un jury de deux personnes a décidé le 2026-11-12, sur un dossier de validation des acquis, que les critères sont remplis.',
    );
  });

  it('examiners who agreed, when it is written, then are named', () => {
    const names: [string, string] = ['Irène Examiner', 'Max Juror'];
    expect(evidence('en', names)[0]?.narrative).to.contain(
      'A jury of two examiners (Irène Examiner, Max Juror)',
    );
    expect(evidence('fr', names)[0]?.narrative).to.contain('(Irène Examiner, Max Juror)');
  });

  it('the criteria, when they are written, then name the jury as one of the ways', () => {
    for (const [language, words] of [
      ['en', 'a jury of two examiners decides, on a portfolio of prior learning,'],
      ['fr', 'un jury de deux personnes décide, sur un dossier de validation des acquis,'],
    ] as const)
      expect(criteriaNarrative(aDefinition({ language, rule }))).to.contain(words);
  });
});
