/** The European elements as alignments: their types, their addresses, their words. */
import { expect } from 'chai';
import { elementAlignments } from '../../../src/documents/european-elements/alignments.js';
import { isoDuration } from '../../../src/documents/european-elements/iso-duration.js';
import { criteriaInWords } from '../../../src/documents/european-elements/narrative.js';
import { outcomeAlignments } from '../../../src/documents/european-elements/outcome-alignments.js';
import { terms } from '../../../src/documents/european-elements/terms.js';
import { wordsIn } from '../../../src/documents/european-elements/words.js';
import { aCredential, anAchievement } from '../credential-content.builder.js';

type Changes = Parameters<typeof anAchievement>[0];
const content = (changes: Changes = {}) => aCredential({ achievement: anAchievement(changes) });
const made = (changes: Changes = {}) => elementAlignments(content(changes));

describe('terms', () => {
  it('once signed, keep their names: none is gone or called otherwise', () => {
    expect(Object.keys(terms)).to.include.members([
      'LearningOutcome',
      'LearningOutcomeCode',
      'LearningOutcomeFramework',
      'AssessmentType',
      'SupervisionAndIdentityVerification',
      'ECTS',
      'NotionalWorkload',
      'EQFLevel',
      'NQFLevel',
      'QFEHEACycle',
      'LevelNotApplicable',
      'FormOfParticipation',
      'QualityAssurance',
      'AwardingBody',
      'Prerequisites',
      'Stackability',
      'GradeScale',
      'FieldOfStudy',
      'FurtherInformation',
    ]);
  });

  it('shown to people, are explained and labelled in both languages', () => {
    for (const [name, { en, fr }] of Object.entries(terms)) {
      expect(en, name).to.match(/\.$/);
      expect(fr, name).to.match(/\.$/).and.not.equal(en);
      for (const language of ['en', 'fr']) {
        expect(wordsIn(language).labels[name as keyof typeof terms], name).to.match(/\S/);
      }
    }
  });
});

describe('elementAlignments', () => {
  it('given every element, gives each an ext: type that has a page, a name and an address', () => {
    for (const one of made({ gradeScale: '0 to 20, 10 passes' })) {
      expect(one.targetType).to.equal(`ext:${one.term}`);
      expect(terms).to.have.property(one.term);
      expect(one.targetName).to.match(/\S/);
      expect(() => new URL(one.targetUrl)).to.not.throw();
    }
  });

  it('given no address of its own, leads to the page that explains the term', () => {
    const nqf = made().find((one) => one.term === 'NQFLevel');
    expect(nqf?.targetUrl).to.equal('https://acquis.example/terms/NQFLevel');
  });

  it('given a level that does not apply, tells the reason instead of a level', () => {
    const all = made({ level: { notApplicable: 'No framework covers it.' } });
    expect(all.map((one) => one.term)).to.not.include('EQFLevel');
    expect(all.find((one) => one.term === 'LevelNotApplicable')).to.include({
      targetName: 'Not applicable',
      targetDescription: 'No framework covers it.',
    });
  });

  it('given hours alone, tells no ECTS', () => {
    const all = made({ workload: { hours: 7.5 } });
    expect(all.map((one) => one.term))
      .to.include('NotionalWorkload')
      .and.not.include('ECTS');
    expect(all.find((one) => one.term === 'NotionalWorkload')).to.include({ targetCode: 'PT7H30M' });
  });

  it('given further information without text, still gives its address', () => {
    const all = made({ furtherInformation: { url: 'https://x.example/' } });
    expect(all.find((one) => one.term === 'FurtherInformation')?.targetUrl).to.equal('https://x.example/');
  });

  it('given French, uses French words of its own', () => {
    const all = made({ primaryLanguage: 'fr-BE', workload: { hours: 1.5 } });
    const [hours, level] = ['NotionalWorkload', 'EQFLevel'].map((term) =>
      all.find((one) => one.term === term),
    );
    expect(hours).to.include({ targetFramework: 'Charge de travail théorique', targetName: '1,5 heure' });
    expect(level?.targetName).to.equal('Niveau 6 du CEC');
  });
});

describe('outcomeAlignments', () => {
  it('given an outcome whose assessment is not there, tells of none', () => {
    const one = content({ assessments: [] });
    const [outcome] = one.achievement.outcomes;
    const told = outcome && outcomeAlignments(one, outcome).map((alignment) => alignment.term);
    expect(told).to.deep.equal(['LearningOutcomeCode', 'LearningOutcomeFramework']);
  });

  it('given a code, leads to the outcome on the page of its version', () => {
    const one = content();
    const [outcome] = one.achievement.outcomes;
    expect(outcome && outcomeAlignments(one, outcome)[0]).to.include({
      targetCode: 'LO1',
      targetUrl: 'https://acquis.example/achievements/mc1/2#outcome-o1',
    });
  });
});

describe('criteriaInWords', () => {
  it('given a text of several lines in an element, keeps its list to one line each', () => {
    const text = criteriaInWords(content({ prerequisites: 'Chemistry.\n\n- and boots' }));
    expect(text).to.contain('- **Prerequisites**: Prerequisites. Chemistry. - and boots\n');
  });

  it('given an assessment without a name, names its type', () => {
    const assessments = anAchievement().assessments.map((one) => ({ ...one, name: '' }));
    expect(criteriaInWords(content({ assessments }))).to.contain('(assessed by: project work)');
  });
});

describe('isoDuration', () => {
  const durations: [hours: number, duration: string][] = [
    [75, 'PT75H'],
    [7.5, 'PT7H30M'],
    [0.25, 'PT0H15M'],
    [0.999, 'PT1H'],
    [1 / 3, 'PT0H20M'],
  ];
  for (const [hours, duration] of durations) {
    it(`given ${hours} hours, gives ${duration}`, () => {
      expect(isoDuration(hours)).to.equal(duration);
    });
  }
});
