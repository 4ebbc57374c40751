import { expect } from 'chai';
import type { CourseCompetency } from '../../../src/domain/courses/course-records.js';
import type { Condition } from '../../../src/domain/micro-credentials/award-rule.js';
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

const draft = (overrides: Partial<DraftDefinition> = {}): DraftDefinition => ({
  ...aDefinition(),
  language: 'en',
  outcomes: [],
  rule: undefined,
  ...overrides,
});
const rated: Condition = { kind: 'competency', item: { id: '1', name: 'Managing data' } };
const passed: Condition = {
  kind: 'activity-completion',
  item: { id: '1', name: 'Final assignment' },
  needs: 'passed',
};
const take = (from: DraftDefinition, chosen: CourseCompetency[], proofs: Condition[] = []) =>
  importOutcomes(
    from,
    chosen.map((competency) => ({ competency, proofs })),
    { assessmentId: 'a1' },
  );

describe('outcomes from the LMS', () => {
  it('competencies, when they are taken, then are outcomes with their codes and the assessment that proves them', () => {
    const { changes, added, proven } = take(draft(), [managing, evaluating]);
    expect([added, proven]).to.deep.equal([2, 0]);
    expect(changes.outcomes).to.deep.equal([
      { id: 'o1', text: { en: 'To organise data.' }, code: 'DC-1.3', assessmentId: 'a1' },
      { id: 'o2', text: { en: 'To compare data.' }, code: 'DC-1.2', assessmentId: 'a1' },
    ]);
    expect(draftDefinition.safeParse({ ...draft(), ...changes }).success).to.equal(true);
  });

  it('two competencies of different frameworks with one code, when they are taken, then each is an outcome with what proves it', () => {
    const other: CourseCompetency = { id: '9', name: 'Gardening', code: managing.code };
    const ofOther: Condition = { kind: 'competency', item: { id: '9', name: 'Gardening' } };
    const { changes } = importOutcomes(
      draft(),
      [
        { competency: managing, proofs: [] },
        { competency: other, proofs: [ofOther] },
      ],
      { assessmentId: 'a1' },
    );
    expect(changes.outcomes.map(({ text, provenBy }) => [text['en'], provenBy])).to.deep.equal([
      ['To organise data.', undefined],
      ['Gardening', ofOther],
    ]);
  });

  for (const [what, competency] of [
    ['spaces and line ends around', { name: ' To weigh\tdata.\n' }],
    ['accents apart', { name: 'Dé'.normalize('NFD') }],
    ['more than an outcome may have', { name: 'x', text: 'é'.normalize('NFD').repeat(1200) }],
    ['a code with spaces, longer than one may be', { name: 'y', code: ` ${'c'.repeat(400)}` }],
  ] as const)
    it(`a competency whose words have ${what}, when it is taken again, then it is known`, () => {
      const { changes } = take(draft(), [{ id: '4', ...competency }]);
      const saved = draftDefinition.parse({ ...draft(), ...changes });
      const renamed = { id: '4', ...competency, ...('code' in competency && { name: 'z' }) };
      expect(take(saved, [renamed]).added).to.equal(0);
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

  it('a proof, when it is chosen, then it is the rule of the outcome; of several all have to be met', () => {
    expect(take(draft(), [managing], [rated]).changes.outcomes[0]?.provenBy).to.deep.equal(rated);
    const { changes, proven } = take(draft(), [managing], [rated, passed]);
    expect(changes.outcomes[0]?.provenBy).to.deep.equal({ kind: 'all', of: [rated, passed] });
    expect(proven).to.equal(1);
    expect(draftDefinition.safeParse({ ...draft(), ...changes }).success).to.equal(true);
  });

  it('an outcome that is there, when a proof is chosen for it, then gets it, unless it has a rule of its own', () => {
    const mine = { id: 'o2', text: { en: 'My own words' }, code: 'DC-1.3', assessmentId: '' };
    const bare = take(draft({ outcomes: [mine] }), [managing], [passed]);
    expect(bare.changes.outcomes).to.deep.equal([{ ...mine, provenBy: passed }]);
    expect([bare.added, bare.proven]).to.deep.equal([0, 1]);
    const own = { ...mine, provenBy: { kind: 'examiner-confirmation' as const } };
    const kept = take(draft({ outcomes: [own] }), [managing], [passed]);
    expect(kept.changes.outcomes).to.deep.equal([own]);
    expect([kept.added, kept.proven]).to.deep.equal([0, 0]);
  });

  it('the rule for the whole, when outcomes are taken, then is not touched', () => {
    expect(take(draft(), [managing], [passed]).changes).to.have.all.keys('outcomes');
  });
});
