import { expect } from 'chai';
import { adviceOn } from '../../../src/domain/micro-credentials/advice-on.js';
import type { DraftDefinition } from '../../../src/domain/micro-credentials/definition.js';
import { aDefinition } from '../../support/builders/a-definition.js';
import { anInstitution } from '../../support/builders/an-institution.js';

const plain = aDefinition({ title: { en: 'Data literacy' } });

const of = (draft: Partial<DraftDefinition>, mayAwardEcts = true) =>
  adviceOn({ ...plain, ...draft }, anInstitution({ mayAwardEcts })).map(({ code, details }) => ({
    code,
    ...details,
  }));

describe('advice on a draft', () => {
  it('when nothing is odd, then there is none', () => {
    expect(of({})).to.deep.equal([]);
  });

  const degrees: [string, string][] = [
    ['Bachelier en données', 'Bachelier'],
    ['MASTER of data', 'MASTER'],
    ['Diplômes d’été', 'Diplômes'],
    ['Diplo\u0302me', 'Diplo\u0302me'],
    ['Certificat de données', 'Certificat'],
    ['A Bachelor’s look at data', 'Bachelor'],
    ['Brevet', 'Brevet'],
    ['Doctorat', 'Doctorat'],
    ['licence', 'licence'],
  ];
  for (const [title, word] of degrees) {
    it(`when the title is "${title}", then ${word} could be taken for a degree`, () => {
      expect(of({ title: { fr: title } })).to.deep.equal([{ code: 'title-like-degree', word }]);
    });
  }

  it('when such a word is only a part of another, then there is no advice', () => {
    expect(of({ title: { en: 'Mastering data: licensing and doctoring figures' } })).to.deep.equal([]);
  });

  it('when ECTS are below one, then verifiers that break on such numbers are mentioned', () => {
    expect(of({ workload: { ects: '0.5' } })).to.deep.equal([{ code: 'ects-below-one', ects: '0.5' }]);
    expect(of({ workload: { ects: '1.5' } })).to.deep.equal([]);
  });

  it('when hours are told although ECTS could be, then ECTS are recommended to the entitled alone', () => {
    expect(of({ workload: { hours: 20 } })).to.deep.equal([{ code: 'ects-wherever-possible' }]);
    expect(of({ workload: { hours: 20 } }, false)).to.deep.equal([]);
  });

  it('when the hours are not those of the credits, then that is told', () => {
    for (const hours of [10, 74, 91])
      expect(of({ workload: { ects: '3', hours } }), `${hours} hours`).to.deep.equal([
        { code: 'ects-unlike-hours', ects: '3', hours: String(hours) },
      ]);
    expect(of({ workload: { ects: '3', hours: 90 } })).to.deep.equal([]);
    expect(of({ workload: { ects: '0.5', hours: 15 } }).map(({ code }) => code)).to.deep.equal([
      'ects-below-one',
    ]);
  });

  it('when title or description alone is in a second language, then that is told', () => {
    const half = [{ code: 'language-half-filled', language: 'fr' }];
    const [title, description] = [{ en: 'Data literacy' }, { en: 'Reading data.' }];
    expect(of({ title: { ...title, fr: 'Culture des données' }, description })).to.deep.equal(half);
    expect(of({ title, description: { ...description, fr: 'Lire des données.' } })).to.deep.equal(half);
    expect(of({ title: { ...title, fr: ' ' }, description })).to.deep.equal([]);
  });

  it('when there is no description, or an assessment proves nothing, then that is told', () => {
    const unused = { id: 'a2', name: 'Quiz', type: 'quiz', criterion: 'all right' } as const;
    const draft = { description: { en: ' ' }, assessments: [...aDefinition().assessments, unused] };
    expect(of(draft)).to.deep.equal([
      { code: 'description-empty' },
      { code: 'assessment-unused', assessmentId: 'a2' },
    ]);
  });

  it('when any score passes, or only a restriction counts, then that is told', () => {
    const zero = { kind: 'own-line-item', linkId: 'l', thresholdPercent: 0 } as const;
    const restricted = { kind: 'restricted-activity', linkId: 'l' } as const;
    expect(of({ rule: zero })).to.deep.equal([{ code: 'threshold-zero' }]);
    const level = { kind: 'activity-grade', item: { id: '4', name: 'LO1' }, levels: 3 } as const;
    expect(of({ rule: { ...level, thresholdLevel: 1 } })).to.deep.equal([{ code: 'threshold-zero' }]);
    expect(of({ rule: { ...level, thresholdLevel: 2 } })).to.deep.equal([]);
    expect(of({ rule: restricted })).to.deep.equal([{ code: 'restricted-needs-others' }]);
    expect(of({ rule: { kind: 'any', of: [restricted, { kind: 'examiner-confirmation' }] } })).to.deep.equal(
      [],
    );
  });

  it('when whoever is confirmed could not open the activity to claim in, or was confirmed for the version before, then that is told', () => {
    const restricted = { kind: 'restricted-activity', linkId: 'l' } as const;
    const rule = { kind: 'any', of: [restricted, { kind: 'examiner-confirmation' }] } as const;
    const draft = { ...plain, rule: { ...rule, of: [...rule.of] } };
    const codes = (standing: Parameters<typeof adviceOn>[2]): string[] =>
      adviceOn(draft, anInstitution(), standing).map(({ code }) => code);
    expect(codes({ linkId: 'l' })).to.deep.equal(['restricted-locks-out']);
    expect(codes({ linkId: 'another', isPublished: true })).to.deep.equal(['confirmations-begin-anew']);
    expect(codes({ linkId: 'another' })).to.deep.equal([]);
  });
});
