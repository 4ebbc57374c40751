import { expect } from 'chai';
import { outcomesOffered } from '../../../src/domain/evidence/outcomes-offered.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aGrade, scriptedRecords, type RecordsScript } from '../../support/memory/scripted-records.js';

const competencies = [
  { id: '1', name: 'Managing data', code: 'DC-1.3' },
  { id: '2', name: 'Evaluating data' },
];
const rated = (id: string, name: string) => ({ kind: 'competency', item: { id, name } });
const activity = (id: string, name: string, asksForPass = false) => ({ id, name, asksForPass });
const grade = (columnId: string, activityId: string, more = {}) =>
  aGrade({ columnId, activityId, name: `Column ${columnId}`, maximum: 20, ...more });

const offered = async (script: RecordsScript) => {
  const asked = await outcomesOffered(
    { records: scriptedRecords({ competencies, ...script }) },
    aCourse(),
    'teacher-1',
  );
  if ('trouble' in asked) return asked.trouble;
  const { outcomes, withoutActivities } = asked.answer;
  return { proofs: outcomes.map(({ proofs }) => proofs.slice(1)), withoutActivities, outcomes };
};
const tiedTo = (...activities: { id: string; name: string }[]) => new Map([['1', activities]]);

describe('outcomes that the LMS offers', () => {
  it('a competency, when nothing is tied to it, then its rating is proposed, and why there is no more', async () => {
    const told = await offered({ competencyActivities: new Map() });
    expect(told).to.deep.include({ proofs: [[], []], withoutActivities: 'untied' });
    expect(told)
      .to.have.nested.property('outcomes[0].proofs')
      .that.deep.equals([rated('1', 'Managing data')]);
  });

  it('an LMS that does not tell activities, when it is asked, then that is why there are none', async () => {
    expect(await offered({})).to.deep.include({ proofs: [[], []], withoutActivities: 'untold' });
  });

  const item = (id: string, name: string) => ({ id, name });
  const cases: [string, RecordsScript, object[]][] = [
    [
      'whose completion asks for a passing grade',
      { activities: [activity('7', 'Quiz', true)], grades: { 'teacher-1': [grade('3', '7')] } },
      [{ kind: 'activity-completion', item: item('7', 'Quiz'), needs: 'passed' }],
    ],
    [
      'that is graded and completed',
      { activities: [activity('7', 'Quiz')], grades: { 'teacher-1': [grade('3', '7')] } },
      [
        { kind: 'activity-grade', item: item('3', 'Column 3'), maximum: 20 },
        { kind: 'activity-completion', item: item('7', 'Quiz'), needs: 'completed' },
      ],
    ],
    [
      'that is graded only',
      { grades: { 'teacher-1': [grade('3', '8'), grade('4', '7')] } },
      [{ kind: 'activity-grade', item: item('4', 'Column 4'), maximum: 20 }],
    ],
    [
      'that is graded in words',
      { grades: { 'teacher-1': [grade('3', '7', { onScale: true }), grade('4', '7', { kind: 'other' })] } },
      [],
    ],
    [
      'that is completed only',
      { activities: [activity('7', 'Quiz')] },
      [{ kind: 'activity-completion', item: item('7', 'Quiz'), needs: 'completed' }],
    ],
  ];
  for (const [what, script, proofs] of cases)
    it(`an activity ${what}, when it is tied to a competency, then ${proofs.length || 'nothing'} is proposed`, async () => {
      const told = await offered({ competencyActivities: tiedTo({ id: '7', name: 'Quiz' }), ...script });
      expect(told).to.deep.include({ proofs: [proofs, []], withoutActivities: undefined });
    });

  it('a part that cannot be had, when the rest can, then the rest is proposed and the trouble told', async () => {
    const competencyActivities = tiedTo({ id: '7', name: 'Quiz' });
    const activities = [activity('7', 'Quiz', true)];
    const missing = new Problem('lms-function-missing');
    expect(await offered({ competencyActivities: missing, activities })).to.deep.include({
      proofs: [[], []],
      withoutActivities: 'lms-function-missing',
    });
    const grades = new Problem('lms-capability-missing');
    expect(await offered({ competencyActivities, activities, grades })).to.deep.include({
      proofs: [[{ kind: 'activity-completion', item: item('7', 'Quiz'), needs: 'passed' }], []],
      withoutActivities: 'lms-capability-missing',
    });
  });

  it('competencies that cannot be had, when they are asked for, then that is the trouble', async () => {
    expect(await offered({ competencies: new Problem('lms-unreachable') })).to.equal('lms-unreachable');
  });
});
