/** Levels of a column on a scale: chosen in the form, told to learners and teachers. */
import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { memoryServiceTokens } from '../../support/memory/memory-service-tokens.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { aGrade, scriptedRecords } from '../../support/memory/scripted-records.js';
import { now, readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';

const item = { id: '4', name: 'LO1' };
const mastered = {
  kind: 'activity-grade',
  item,
  thresholdLevel: 3,
  levels: 3,
  levelName: 'Mastered',
} as const;
const onScale = { columnId: '4', name: 'LO1', onScale: true, minimum: 1, maximum: 3 } as const;

describe('what counts as passing: a level of a scale', () => {
  let web: CourseWeb;
  let teacher: Person;
  let records: ReturnType<typeof scriptedRecords>;
  afterEach(() => web.close());

  const columnsWith = (outcome: Partial<Parameters<typeof aGrade>[0]>) => ({
    grades: { 'teacher-1': [aGrade(), aGrade({ ...onScale, kind: 'outcome', ...outcome })] },
  });
  const changed = (outcome: Partial<Parameters<typeof aGrade>[0]>): void => {
    Object.assign(records, scriptedRecords(columnsWith(outcome)));
  };
  beforeEach(async () => {
    records = scriptedRecords(columnsWith({ levelNames: { lowest: 'Not yet', highest: 'Mastered' } }));
    const serviceTokens = memoryServiceTokens({ 'platform-1': 'secret' });
    web = await startCourse({ microCredential: null, services: { records, serviceTokens } });
    teacher = await web.teacher();
    await teacher.submit('credential', {});
  });
  const rule = async (): Promise<AwardRule | undefined> => (await web.draft()).rule;
  const save = (gradeColumn: string, fields: Record<string, string> = {}) =>
    teacher.save('passing', { combine: 'all', useExaminer: '', useGrade: 'yes', gradeColumn, ...fields });
  const page = async (): Promise<string> => (await teacher.get('credential/passing')).text;

  it('the page, when a column is on a scale, then offers each level, by name where one is told', async () => {
    const seen = readable(await page());
    expect(seen).to.contain('Final assignment (of 100)').and.not.to.contain('LO1 (of 3)');
    expect(seen).to.contain('LO1: at least “Not yet” (level 1 of 3)');
    expect(seen).to.contain('LO1: at least level 2 of 3');
    expect(seen).to.contain('LO1: at least “Mastered” (level 3 of 3)');
  });

  const nameless = { kind: 'activity-grade', item, thresholdLevel: 2, levels: 3 } as const;
  const cases: [string, string, Record<string, string>, AwardRule][] = [
    ['with a name', '4.3.3', {}, mastered],
    ['within days', '4.3.3', { gradeNotAfter: '2026-12-31' }, { ...mastered, notAfter: '2026-12-31' }],
    ['without a name', '4.2.3', {}, nameless],
    ['beside what is no number', '4.2.3', { gradeThreshold: 'much', gradeUnit: 'points' }, nameless],
  ];
  for (const [what, value, fields, condition] of cases)
    it(`a level ${what}, when it is chosen, then is kept, and shown again`, async () => {
      expect((await save(value, fields)).status).to.equal(303);
      expect(await rule()).to.deep.equal({ kind: 'all', of: [condition] });
      expect(shown(await page(), 'gradeColumn')).to.equal(value);
    });

  it('a level, when another column is chosen beside it, then each has its own threshold', async () => {
    await save('4.3.3', { gradeColumn2: '2', gradeThreshold2: '60', gradeUnit2: 'points' });
    const points = {
      kind: 'activity-grade',
      item: { id: '2', name: 'Final assignment' },
      thresholdPoints: 60,
    };
    expect(await rule()).to.deep.equal({ kind: 'all', of: [mastered, points] });
    expect(shown(await page(), 'gradeThreshold2')).to.equal('60');
  });

  it('a level, when the scale has another number of levels by now, then is shown as it was chosen, beside the new ones', async () => {
    await save('4.3.3');
    changed({ maximum: 4, levelNames: { highest: 'Excellent' } });
    const text = await page();
    expect(shown(text, 'gradeColumn')).to.equal('4.3.3');
    expect(readable(text)).to.contain('LO1: at least “Mastered” (level 3 of 3)');
    expect(readable(text)).to.contain('LO1: at least “Excellent” (level 4 of 4)');
    await save('4.3.3');
    expect(await rule()).to.deep.equal({ kind: 'all', of: [mastered] });
    expect((await save('4.3.5')).status).to.equal(422);
  });

  it('the name of a level, when the LMS tells it no more, then is kept', async () => {
    await save('4.3.3');
    changed({ levelNames: {} });
    await save('4.3.3');
    expect(await rule()).to.deep.equal({ kind: 'all', of: [mastered] });
  });
});

describe('a level of a scale, on the pages', () => {
  const id = 'm'.repeat(22);
  let web: CourseWeb;
  afterEach(() => web.close());
  const begin = async (grade: Partial<Parameters<typeof aGrade>[0]>): Promise<void> => {
    const definition = aDefinition({ rule: mastered });
    const draft = { definition, changedAt: now, changedBy: 'teacher-1' };
    web = await startCourse({
      microCredential: aMicroCredential({ id, versions: [aVersion(definition)], draft }),
      services: {
        records: scriptedRecords({ grades: { 'learner-1': [aGrade({ ...onScale, ...grade })] } }),
        lms: scriptedLms({ roster: [aRosterMember('learner-1')] }),
      },
    });
  };
  const read = async (who: Promise<Person>, path: string): Promise<string> =>
    readable((await (await who).get(path)).text);

  it('a level, when it is not reached, then learners read which one they have and which they need', async () => {
    await begin({ score: 2, levelNames: { given: 'Partly <b>' } });
    const { text } = await (await web.learner()).get('progress');
    expect(readable(text)).to.contain('Reach at least level 3 of 3 (“Mastered”) in “LO1”');
    expect(readable(text)).to.contain(
      'You have reached level 2 of 3 (“Partly <b>”); you need level 3 of 3 (“Mastered”).',
    );
    expect(text).not.to.contain('Partly <b>');
    const french = await read(web.learner({ locale: 'fr' }), 'progress');
    expect(french).to.contain('Atteindre au moins le niveau 3 sur 3 (« Mastered »)');
    expect(french).to.contain('il faut le niveau 3 sur 3 (« Mastered »).');
  });

  it('a level, when it is not reached, then the teacher reads so of each learner, and of who would pass now', async () => {
    await begin({ score: 2 });
    const told = 'Has reached level 2 of 3; level 3 of 3 (“Mastered”) is needed';
    expect(await read(web.teacher(), 'roster')).to.contain(told);
    expect(await read(web.teacher(), 'credential/dry-run')).to.contain(told);
    expect(await read(web.teacher(), 'credential')).to.contain(
      'Reach at least level 3 of 3 (“Mastered”) in “LO1”',
    );
  });

  it('a level, when it is reached, then the award is offered', async () => {
    await begin({ score: 3, levelNames: { given: 'Mastered' } });
    const seen = await read(web.learner(), 'progress');
    expect(seen).to.contain('You have reached level 3 of 3 (“Mastered”)');
    expect(seen).to.contain('Claim your micro-credential');
  });

  it('a level, when the scale has changed, then is unknown, with a sentence', async () => {
    await begin({ maximum: 5, score: 5 });
    const seen = await read(web.learner(), 'progress');
    expect(seen).to.contain('Your grade is not on the scale that this requirement was set for');
    expect(seen).not.to.contain('Claim your micro-credential');
    expect(await read(web.teacher(), 'roster')).to.contain('no longer on the scale of 3 levels');
  });

  it('readers outside, when they look at the criteria, then read the level and no activity', async () => {
    await begin({});
    const page = await web.browser().get(`/achievements/${id}/1`);
    expect(readable(page.text)).to.contain('reaches level 3 of 3 (“Mastered”).').and.not.to.contain('LO1');
  });
});
