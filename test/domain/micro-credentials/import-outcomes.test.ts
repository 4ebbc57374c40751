import { expect } from 'chai';
import type { CourseCompetency } from '../../../src/domain/courses/course-records.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { draftDefinition, type DraftDefinition } from '../../../src/domain/micro-credentials/definition.js';
import { importOutcomes } from '../../../src/domain/micro-credentials/import-outcomes.js';
import { aDefinition } from '../../support/builders/a-definition.js';

const managing: CourseCompetency = {
  id: '1',
  name: 'Managing data',
  code: 'DC-1.3',
  text: 'To organise data.',
};
const evaluating: CourseCompetency = {
  id: '2',
  name: 'Evaluating data',
  code: 'DC-1.2',
  text: 'To compare data.',
};
const third: CourseCompetency = { id: '3', name: 'Sharing data' };
const fourth: CourseCompetency = { id: '4', name: 'Citing data' };

const draft = (overrides: Partial<DraftDefinition> = {}): DraftDefinition => ({
  ...aDefinition(),
  language: 'en',
  outcomes: [],
  rule: undefined,
  ...overrides,
});
const take = (from: DraftDefinition, chosen = [managing, evaluating], asksRating = true) =>
  importOutcomes(from, chosen, { assessmentId: 'a1', asksRating });
const rated = ({ id, name }: { id: string; name: string }) =>
  ({ kind: 'competency', item: { id, name } }) as const;

describe('outcomes from the LMS', () => {
  it('competencies, when they are taken, then are outcomes with their codes and the assessment that proves them', () => {
    const { changes, added } = take(draft());
    expect(added).to.equal(2);
    expect(changes.outcomes).to.deep.equal([
      { id: 'o1', text: { en: 'To organise data.' }, code: 'DC-1.3', assessmentId: 'a1' },
      { id: 'o2', text: { en: 'To compare data.' }, code: 'DC-1.2', assessmentId: 'a1' },
    ]);
    expect(draftDefinition.safeParse({ ...draft(), ...changes }).success).to.equal(true);
  });

  it('a competency without a description, when it is taken, then its name is the outcome, and it has no code', () => {
    expect(take(draft(), [third]).changes.outcomes).to.deep.equal([
      { id: 'o1', text: { en: 'Sharing data' }, code: undefined, assessmentId: 'a1' },
    ]);
  });

  it('competencies that the draft has, by code or by words, when they are taken, then are not there twice, and nothing is overwritten', () => {
    const mine = { id: 'o2', text: { en: 'My own words' }, code: 'DC-1.3', assessmentId: '' };
    const same = { id: 'x', text: { en: 'To compare data.' }, assessmentId: '' };
    const { changes, added } = take(draft({ outcomes: [mine, same] }), [managing, evaluating, third]);
    expect(added).to.equal(1);
    expect(changes.outcomes.map(({ id }) => id)).to.deep.equal(['o2', 'x', 'o3']);
    expect(changes.outcomes.slice(0, 2)).to.deep.equal([mine, same]);
  });

  const rules: [string, AwardRule | undefined, AwardRule | undefined, number | undefined][] = [
    ['no rule', undefined, { kind: 'all', of: [rated(managing), rated(evaluating)] }, 2],
    [
      'one condition',
      { kind: 'examiner-confirmation' },
      { kind: 'all', of: [{ kind: 'examiner-confirmation' }, rated(managing), rated(evaluating)] },
      2,
    ],
    [
      'all of several',
      { kind: 'all', of: [{ kind: 'examiner-confirmation' }, rated(managing)] },
      { kind: 'all', of: [{ kind: 'examiner-confirmation' }, rated(managing), rated(evaluating)] },
      1,
    ],
    [
      'any of several',
      { kind: 'any', of: [{ kind: 'examiner-confirmation' }] },
      { kind: 'any', of: [{ kind: 'examiner-confirmation' }] },
      undefined,
    ],
    [
      'two of several',
      { kind: 'at-least', count: 2, of: [{ kind: 'examiner-confirmation' }] },
      { kind: 'at-least', count: 2, of: [{ kind: 'examiner-confirmation' }] },
      undefined,
    ],
  ];
  for (const [what, before, after, asked] of rules) {
    it(`a draft that asks for ${what}, when ratings are to count, then ${asked ?? 'no'} conditions are added, and it means what it meant`, () => {
      const imported = take(draft({ rule: before }));
      expect(imported.changes.rule).to.deep.equal(after);
      expect(imported.asked).to.equal(asked);
    });
  }

  it('more ratings than the form holds, when they are to count, then the first three do', () => {
    const { changes, asked, added } = take(draft(), [managing, evaluating, third, fourth]);
    expect([added, asked]).to.deep.equal([4, 3]);
    expect(changes.rule).to.deep.equal({ kind: 'all', of: [managing, evaluating, third].map(rated) });
  });

  it('ratings that are not wanted, when competencies are taken, then the rule stays', () => {
    const rule = { kind: 'examiner-confirmation' } as const;
    expect(take(draft({ rule }), [managing], false)).to.deep.include({ asked: 0 });
    expect(take(draft({ rule }), [managing], false).changes.rule).to.equal(rule);
  });
});
