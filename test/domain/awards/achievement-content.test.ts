import { expect } from 'chai';
import { achievementContent } from '../../../src/domain/awards/achievement-content.js';
import { evidenceContent } from '../../../src/domain/awards/narratives.js';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import type { Definition } from '../../../src/domain/micro-credentials/definition.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aDefinition, aVersion } from '../../support/builders/a-definition.js';
import { anInstitution } from '../../support/builders/an-institution.js';

const of = (definition: Partial<Definition>) =>
  achievementContent({
    base: 'https://acquis.example.org',
    institution: anInstitution(),
    microCredentialId: 'micro-credential-1',
    version: aVersion(definition, 3),
  }).achievement;

describe('the content of an achievement', () => {
  it('when the definition is in English, then concepts carry their code, English name and address', () => {
    const achievement = of({});
    expect(achievement).to.include({
      microCredentialId: 'micro-credential-1',
      version: 3,
      primaryLanguage: 'en',
    });
    expect(achievement.participation).to.deep.equal({
      code: 'blended',
      name: 'blended',
      url: 'http://data.europa.eu/snb/learning-assessment/e92d221e4d',
    });
    expect(achievement.assessments[0]?.type.name).to.equal('project work');
    expect(achievement.level).to.deep.equal({
      eqf: 6,
      nqf: undefined,
      cycle: { code: 'first', name: 'first cycle', url: undefined },
    });
  });

  it('when it is in French, then names and narrative are French; in another language English', () => {
    expect(of({ language: 'fr' }).assessments[0]?.type.name).to.equal('projet');
    expect(of({ language: 'fr' }).criteriaNarrative)
      .to.include('L’attestation est délivrée quand')
      .and.to.match(/^- .+ : .+\(projet\)\./m);
    expect(of({ language: 'nl' }).assessments[0]?.type.name).to.equal('project work');
  });

  it('when its edition in French is asked for, then names and narrative are French, what has one language stays, and its first language is told', () => {
    const edition = achievementContent({
      base: 'https://acquis.example.org',
      institution: anInstitution(),
      microCredentialId: 'micro-credential-1',
      version: aVersion({ description: { en: 'Reading data.', fr: 'Lire des données.' } }, 3),
      edition: 'fr',
    }).achievement;
    expect(edition).to.include({ primaryLanguage: 'fr', firstLanguage: 'en', version: 3 });
    expect(edition.participation.name).to.equal('hybride');
    expect(edition.criteriaNarrative).to.include('L’attestation est délivrée quand');
    expect(edition.assessments[0]?.criterion).to.equal('At least 60 % in the rubric of the project.');
    expect(of({}).firstLanguage).to.equal(undefined);
  });

  it('when so many of several conditions are asked for, then the narrative says how many', () => {
    const rule: AwardRule = {
      kind: 'at-least',
      count: 2,
      of: [{ kind: 'examiner-confirmation' }, { kind: 'restricted-activity', linkId: 'link-1' }],
    };
    expect(of({ rule }).criteriaNarrative).to.include(
      '- at least 2 of these hold:\n  - an examiner confirms',
    );
    expect(of({ rule, language: 'fr' }).criteriaNarrative).to.include(
      'au moins 2 de ces conditions sont remplies :\n',
    );
  });

  it('when points or days count, then the narrative says so', () => {
    const rule: AwardRule = {
      kind: 'own-line-item',
      linkId: 'link-1',
      thresholdPoints: 12,
      notAfter: '2026-06-30',
    };
    const told = (language: string, more: object = {}) =>
      of({ rule: { ...rule, ...more }, language })
        .criteriaNarrative.split('\n')
        .at(-1);
    expect(told('en')).to.equal(
      '- the result recorded in the course reaches 12 points, on or before 2026-06-30',
    );
    expect(told('en', { notBefore: '2026-06-01', thresholdPoints: 1 })).to.equal(
      '- the result recorded in the course reaches 1 point, between 2026-06-01 and 2026-06-30',
    );
    expect(told('fr')).to.equal(
      '- le résultat enregistré dans le cours atteint 12 points, au plus tard le 2026-06-30',
    );
  });

  it('when nothing was described, then the outcomes describe it; blank languages are left out', () => {
    expect(of({ description: { fr: ' ' } }).description).to.deep.equal({
      en: 'Judges the quality of a data set; Presents data honestly',
    });
    expect(of({ title: { en: 'Data', fr: ' ' } }).title).to.deep.equal({ en: 'Data' });
  });

  it('when the level does not apply or the standard is another, then reason and name are carried', () => {
    const qualityAssurance = {
      kind: 'internal',
      standard: 'other',
      otherStandard: 'ISO 9001',
      body: 'We',
    } as const;
    const achievement = of({ level: { kind: 'not-applicable', reason: 'short course' }, qualityAssurance });
    expect(achievement.level).to.deep.equal({ notApplicable: 'short course' });
    expect(achievement.qualityAssurance.standard).to.equal('ISO 9001');
  });

  it('when an outcome has a rule of its own, then nothing of the activity that it names is there', () => {
    const [outcome] = aDefinition().outcomes;
    if (!outcome) throw new Error('the definition has outcomes');
    const item = { id: '77', name: 'Secret quiz' };
    const achievement = of({
      outcomes: [{ ...outcome, provenBy: { kind: 'activity-grade', item, thresholdPercent: 60 } }],
    });
    expect(achievement.outcomes).to.deep.equal([outcome]);
    expect(JSON.stringify(achievement)).not.to.match(/Secret|77/);
    expect(achievement.criteriaNarrative).to.contain('60 %');
  });

  it('when the rule is nested, then the narrative lists outcomes, criteria and conditions', () => {
    const rule: AwardRule = {
      kind: 'all',
      of: [
        { kind: 'restricted-activity', linkId: 'l' },
        {
          kind: 'any',
          of: [
            { kind: 'own-line-item', linkId: 'l', thresholdPercent: 60 },
            { kind: 'examiner-confirmation' },
          ],
        },
      ],
    };
    expect(of({ rule }).criteriaNarrative.split('\n')).to.deep.equal([
      'Each learning outcome is shown in an assessment:',
      '',
      '- Judges the quality of a data set: Final project (project work). At least 60 % in the rubric of the project.',
      '- Presents data honestly: Final project (project work). At least 60 % in the rubric of the project.',
      '',
      'The award is made when:',
      '',
      '- all of these hold:',
      '  - the learning platform lets the learner into an activity restricted to those who have passed',
      '  - one of these holds:',
      '    - the result recorded in the course reaches 60 %',
      '    - an examiner confirms that the criteria are met',
    ]);
  });
});

describe('the evidence in a document', () => {
  it('when some conditions were met, then those alone are told, without names or scores', () => {
    const at = new Date('2026-11-19T08:00:00Z');
    const basis = meetsRule(
      {
        kind: 'any',
        of: [
          { kind: 'own-line-item', linkId: 'l', thresholdPercent: 60 },
          { kind: 'examiner-confirmation' },
          { kind: 'restricted-activity', linkId: 'l' },
        ],
      },
      [
        { kind: 'own-line-item', linkId: 'l', score: 87.5, maximum: 100, givenAt: at, observedAt: at },
        { kind: 'examiner-confirmation', confirmed: true, examiner: { subject: '3', name: 'Tess' }, at },
      ],
    );
    expect(evidenceContent(basis, aDefinition())).to.deep.equal([
      {
        name: 'Result recorded in the course',
        narrative: 'The result recorded in the course reached the threshold of 60 % on 2026-11-19.',
        kind: 'grade',
      },
      {
        name: 'Confirmation by an examiner',
        narrative: 'An examiner of the course confirmed that the criteria are met on 2026-11-19.',
        kind: 'examiner-confirmation',
      },
    ]);
    expect(JSON.stringify(evidenceContent(basis, aDefinition({ language: 'fr' })))).not.to.match(/87|Tess/);
  });
});
