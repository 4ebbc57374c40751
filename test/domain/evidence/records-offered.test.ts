/** Which columns of a gradebook may be chosen, and which names their levels have. */
import { expect } from 'chai';
import { recordsOffered, type RecordsOffered } from '../../../src/domain/evidence/records-offered.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { memoryServiceTokens } from '../../support/memory/memory-service-tokens.js';
import { aGrade, scriptedRecords, type RecordsScript } from '../../support/memory/scripted-records.js';

const ends = { lowest: 'Not yet', highest: 'Mastered' };
const onScale = { onScale: true, minimum: 1, maximum: 3, levelNames: ends };
const outcome = aGrade({ columnId: '4', kind: 'outcome', name: 'LO1', ...onScale });

async function columnsOf(script: RecordsScript) {
  const records = scriptedRecords(script);
  const serviceTokens = memoryServiceTokens({ 'platform-1': 'secret' });
  const offered = await recordsOffered({ records, serviceTokens }, aCourse(), 'teacher-1');
  return { columns: offered?.columns as RecordsOffered['columns'], asked: records.asked };
}

describe('columns that may be chosen', () => {
  it('columns of each kind, when they are asked for, then those with points or with levels are offered', async () => {
    const { columns } = await columnsOf({
      grades: {
        'teacher-1': [
          aGrade(),
          outcome,
          aGrade({ columnId: '5', kind: 'by-hand', name: 'By hand', ...onScale, maximum: 2 }),
          aGrade({ columnId: '6', name: 'A scale without levels', onScale: true }),
          aGrade({ columnId: '7', name: 'A scale from 0', ...onScale, minimum: 0 }),
          aGrade({ columnId: '8', name: 'A scale of one', ...onScale, maximum: 1 }),
          aGrade({ columnId: '9', name: 'A scale of very many', ...onScale, maximum: 101 }),
          aGrade({ columnId: '10', kind: 'other', name: 'A category' }),
          aGrade({ columnId: '11', kind: 'course-total', name: undefined }),
          aGrade({ columnId: '12', name: undefined, ...onScale }),
        ],
      },
    });
    expect(columns).to.deep.equal({
      answer: [
        { id: '2', name: 'Final assignment', maximum: 100 },
        { id: '4', name: 'LO1', maximum: 3, levels: ['Not yet', undefined, 'Mastered'] },
        { id: '5', name: 'By hand', maximum: 2, levels: ['Not yet', 'Mastered'] },
      ],
    });
  });

  it('a level between the ends, when somebody has it, then has its name', async () => {
    const given = (score: number, name: string) => ({ ...outcome, score, levelNames: { given: name } });
    const { columns } = await columnsOf({
      grades: {
        'teacher-1': [outcome],
        'learner-1': [{ ...given(2, 'Elsewhere'), columnId: '5' }],
        'learner-2': [given(2, 'Partly')],
        'learner-3': [given(2.5, 'Between'), { ...given(2, 'Of another scale'), maximum: 5 }],
      },
    });
    expect(columns).to.have.nested.property('answer[0].levels').deep.equal(['Not yet', 'Partly', 'Mastered']);
  });

  it('the class, when no name of a level is missing, then is not asked about', async () => {
    const { asked } = await columnsOf({
      grades: { 'teacher-1': [aGrade(), { ...outcome, maximum: 2 }] },
    });
    expect(asked.filter((question) => question.startsWith('grades'))).to.deep.equal([]);
  });

  it('the class, when it cannot be asked about, then levels are offered by their numbers', async () => {
    const records = scriptedRecords({ grades: { 'teacher-1': [outcome] } });
    records.grades = async () => {
      throw new Problem('lms-unreachable');
    };
    const serviceTokens = memoryServiceTokens({ 'platform-1': 'secret' });
    const offered = await recordsOffered({ records, serviceTokens }, aCourse(), 'teacher-1');
    expect(offered?.columns)
      .to.have.nested.property('answer[0].levels')
      .deep.equal(['Not yet', undefined, 'Mastered']);
  });
});
