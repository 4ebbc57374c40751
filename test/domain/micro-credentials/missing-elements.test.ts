import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import type { DraftDefinition } from '../../../src/domain/micro-credentials/definition.js';
import { missingElements } from '../../../src/domain/micro-credentials/missing-elements.js';
import type { Institution } from '../../../src/domain/institutions/institution.js';
import type { LmsFamily } from '../../../src/domain/platforms/platform.js';
import { writtenColumnOf } from '../../../src/domain/micro-credentials/written-column.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aDefinition, aMicroCredential } from '../../support/builders/a-definition.js';
import { anInstitution } from '../../support/builders/an-institution.js';

const of = (
  draft: Partial<DraftDefinition>,
  institution: Partial<Institution> = {},
  family: LmsFamily = 'moodle',
): string[] =>
  missingElements({ ...aDefinition(), ...draft }, anInstitution(institution), family).map(
    (one) => `${one.element} ${one.field} ${one.code}`,
  );

const outcome = { id: 'o1', text: { en: 'Judges data' }, assessmentId: 'a1' };
const assessment = { id: 'a1', name: 'Project', type: 'project-work', criterion: '60 %' } as const;

describe('missing elements', () => {
  it('when the definition is complete, then nothing is missing', () => {
    expect(of({})).to.deep.equal([]);
  });

  it('when the draft is empty, then every mandatory element and the rule are named, in order', () => {
    const empty: DraftDefinition = {
      language: 'en',
      title: {},
      description: {},
      furtherAwardingBodies: [],
      outcomes: [],
      assessments: [],
      workload: {},
      gradeMayBeCarried: true,
    };
    const nobody = anInstitution({ legalName: ' ', country: '' });
    const elements = missingElements(empty, nobody, 'moodle').map((one) => one.element);
    expect(elements).to.deep.equal(['M2', 'M3', 'M4', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'rule']);
  });

  const cases: [string, Partial<DraftDefinition>, string[]][] = [
    ['the title is blank in every language', { title: { en: ' ', fr: '' } }, ['M2 title title-empty']],
    [
      'a further awarding body has no name',
      { furtherAwardingBodies: [{ legalName: '', country: 'FR' }] },
      ['M4 furtherAwardingBodies.0.legalName further-body-name-empty'],
    ],
    [
      'a further awarding body has no country',
      { furtherAwardingBodies: [{ legalName: 'Haute École', country: '' }] },
      ['M3 furtherAwardingBodies.0.country further-body-country-empty'],
    ],
    ['no outcome is told', { outcomes: [] }, ['M6 outcomes outcomes-empty']],
    [
      'an outcome has no text',
      { outcomes: [outcome, { ...outcome, id: 'o2', text: { en: '' } }] },
      ['M6 outcomes.1.text outcome-text-empty'],
    ],
    [
      'an outcome has no assessment',
      { outcomes: [{ ...outcome, assessmentId: '' }] },
      ['M6 outcomes.0.assessmentId outcome-assessment-empty'],
    ],
    [
      'the assessment of an outcome was removed',
      { outcomes: [{ ...outcome, assessmentId: 'a9' }] },
      ['M6 outcomes.0.assessmentId outcome-assessment-unknown'],
    ],
    ['no workload is told', { workload: {} }, ['M7 workload workload-empty']],
    ['the workload is zero', { workload: { ects: '0', hours: 0 } }, ['M7 workload workload-empty']],
    ['hours alone are told', { workload: { hours: 20 } }, []],
    ['a fraction of an ECTS point is told', { workload: { ects: '0.5' } }, []],
    ['the level is not told', { level: undefined }, ['M8 level level-empty']],
    [
      'the level does not apply, without a reason',
      { level: { kind: 'not-applicable', reason: ' ' } },
      ['M8 level.reason level-reason-empty'],
    ],
    [
      'the level does not apply for a reason',
      { level: { kind: 'not-applicable', reason: 'none exists' } },
      [],
    ],
    [
      'no assessment is told',
      { assessments: [] },
      [
        'M6 outcomes.0.assessmentId outcome-assessment-unknown',
        'M6 outcomes.1.assessmentId outcome-assessment-unknown',
        'M9 assessments assessments-empty',
      ],
    ],
    [
      'an assessment has neither type nor criterion',
      { assessments: [{ ...assessment, type: undefined, criterion: ' ' }] },
      [
        'M9 assessments.0.type assessment-type-empty',
        'M9 assessments.0.criterion assessment-criterion-empty',
      ],
    ],
    ['participation is not told', { participation: undefined }, ['M10 participation participation-empty']],
    [
      'quality assurance is not told',
      { qualityAssurance: undefined },
      ['M11 qualityAssurance quality-assurance-empty'],
    ],
    [
      'quality assurance has a body alone',
      { qualityAssurance: { body: 'AEQES' } },
      [
        'M11 qualityAssurance.kind quality-assurance-kind-empty',
        'M11 qualityAssurance.standard quality-assurance-standard-empty',
      ],
    ],
    [
      'another standard has no name, and nobody assures',
      { qualityAssurance: { kind: 'internal', standard: 'other', body: '' } },
      [
        'M11 qualityAssurance.otherStandard quality-assurance-other-standard-empty',
        'M11 qualityAssurance.body quality-assurance-body-empty',
      ],
    ],
    ['no rule is told', { rule: undefined }, ['rule rule rule-empty']],
    [
      'conditions deep in the rule name no activity',
      {
        rule: {
          kind: 'all',
          of: [
            { kind: 'own-line-item', linkId: '', thresholdPercent: 50 },
            { kind: 'any', of: [{ kind: 'restricted-activity', linkId: '' }] },
          ],
        },
      },
      ['rule rule.of.0.linkId rule-link-empty', 'rule rule.of.1.of.0.linkId rule-link-empty'],
    ],
    [
      'a rule asks for at least 3 of 2 conditions',
      {
        rule: {
          kind: 'at-least',
          count: 3,
          of: [
            { kind: 'examiner-confirmation' },
            { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 },
          ],
        },
      },
      ['rule rule.count rule-too-many-needed'],
    ],
    [
      'a rule asks for at least 1 of 1 condition',
      { rule: { kind: 'at-least', count: 1, of: [{ kind: 'examiner-confirmation' }] } },
      [],
    ],
    [
      'the last day that counts lies before the first',
      { rule: { kind: 'examiner-confirmation', notBefore: '2026-06-02', notAfter: '2026-06-01' } },
      ['rule rule.notAfter rule-dates-crossed'],
    ],
    [
      'one day alone counts',
      {
        rule: {
          kind: 'own-line-item',
          linkId: 'link-1',
          thresholdPoints: 12,
          notBefore: '2026-06-01',
          notAfter: '2026-06-01',
        },
      },
      [],
    ],
    ['a combination combines nothing', { rule: { kind: 'any', of: [] } }, ['rule rule rule-empty']],
  ];
  for (const [when, draft, expected] of cases) {
    it(`when ${when}, then ${expected.length === 0 ? 'nothing is missing' : 'that is named'}`, () => {
      expect(of(draft)).to.deep.equal(expected);
    });
  }

  it('when outcomes have rules of their own, then each rule is held to the same, and an outcome without any is named', () => {
    const confirmed = { kind: 'examiner-confirmation' } as const;
    const proven = { ...outcome, provenBy: confirmed };
    const second = { ...outcome, id: 'o2' };
    expect(of({ outcomes: [proven, second] })).to.deep.equal([]);
    expect(of({ outcomes: [proven], rule: undefined })).to.deep.equal([]);
    expect(of({ outcomes: [outcome], rule: undefined })).to.deep.equal(['rule rule rule-empty']);
    expect(of({ outcomes: [proven, second], rule: undefined })).to.deep.equal([
      'rule outcomes.1.provenBy rule-outcome-empty',
    ]);
    const crossed = { ...confirmed, notBefore: '2026-06-02', notAfter: '2026-06-01' };
    const provenBy = { kind: 'any', of: [confirmed, crossed] } as const;
    expect(of({ outcomes: [{ ...outcome, provenBy: { ...provenBy, of: [...provenBy.of] } }] })).to.deep.equal(
      ['rule outcomes.0.provenBy.of.1.notAfter rule-dates-crossed'],
    );
  });

  it('when a rule of an outcome lacks something, then the id of the outcome is told', () => {
    const provenBy = { kind: 'restricted-activity', linkId: '' } as const;
    const [missing] = missingElements(
      aDefinition({ outcomes: [{ ...outcome, provenBy }] }),
      anInstitution(),
      'moodle',
    );
    expect(missing).to.include({ code: 'rule-link-empty', outcomeId: 'o1' });
  });

  it('when all rules together have more conditions than are checked, then that is named with the numbers', () => {
    const provenBy: AwardRule = {
      kind: 'any',
      of: Array.from({ length: 20 }, () => ({ kind: 'examiner-confirmation' }) as const),
    };
    const outcomes = [1, 2, 3, 4].map((number) => ({ ...outcome, id: `o${number}`, provenBy }));
    expect(of({ outcomes, rule: undefined })).to.deep.equal([]);
    const found = missingElements(aDefinition({ outcomes }), anInstitution(), 'moodle');
    expect(found).to.have.length(1);
    expect(found[0]).to.include({ code: 'rule-too-many-conditions', chosen: 81, needed: 80 });
  });

  it('when an outcome lacks something, then its id is told', () => {
    const [missing] = missingElements(
      aDefinition({ outcomes: [{ ...outcome, text: {} }] }),
      anInstitution(),
      'moodle',
    );
    expect(missing?.outcomeId).to.equal('o1');
  });

  it('when the institution may not award ECTS, then ECTS are refused and hours are needed', () => {
    const not = { mayAwardEcts: false };
    expect(of({ workload: { ects: '3', hours: 75 } }, not)).to.deep.equal([
      'M7 workload.ects workload-ects-not-entitled',
    ]);
    expect(of({ workload: {} }, not)).to.deep.equal(['M7 workload.hours workload-hours-empty']);
    expect(of({ workload: { hours: 75 } }, not)).to.deep.equal([]);
  });

  it('when badges are written into a column that the rule asks for, then that is named, whichever way it is read', () => {
    const lineItemUrl = 'https://moodle.example.org/mod/lti/services.php/2/lineitems/6/lineitem?type_id=1';
    const writeBack = { isOn: false, changedAt: new Date(), changedBy: 'teacher-1' };
    const course = aCourse({ links: [{ id: 'link-1', title: 'Badge', lineItemUrl }] });
    const written = writtenColumnOf(aMicroCredential({ writeBack }), course, 'moodle');
    const named = (rule: DraftDefinition['rule']): string[] =>
      missingElements(aDefinition({ rule }), anInstitution(), 'moodle', written).map(({ code }) => code);
    const grade = (id: string) =>
      ({ kind: 'activity-grade', item: { id, name: 'Badge' }, thresholdPercent: 50 }) as const;
    expect(named(grade('6'))).to.deep.equal(['rule-column-is-written']);
    expect(named(grade('7'))).to.deep.equal([]);
    const own = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 } as const;
    expect(named(own)).to.deep.equal(['rule-column-is-written']);
  });

  it('when the LMS roster does not obey restrictions, then a restricted activity is refused', () => {
    const rule = { kind: 'restricted-activity', linkId: 'link-1' } as const;
    expect(of({ rule })).to.deep.equal([]);
    expect(of({ rule }, {}, 'canvas')).to.deep.equal(['rule rule rule-access-not-offered']);
    expect(of({ rule }, {}, 'other')).to.deep.equal(['rule rule rule-access-not-offered']);
  });
});
