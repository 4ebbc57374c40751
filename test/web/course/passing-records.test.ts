/** The form of what counts as passing, and the pages of learners and teachers, for evidence of the LMS's own records. */
import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { Problem } from '../../../src/shared/problem.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { memoryServiceTokens } from '../../support/memory/memory-service-tokens.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { aGrade, scriptedRecords, type RecordsScript } from '../../support/memory/scripted-records.js';
import { fullForms, readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';

const columns = {
  'teacher-1': [
    aGrade(),
    aGrade({ columnId: '5', kind: 'by-hand', name: 'Oral exam', maximum: 20 }),
    aGrade({ columnId: '4', kind: 'other', name: 'Outcome', onScale: true }),
    aGrade({ columnId: '902', kind: 'course-total', name: undefined }),
  ],
};
const there: RecordsScript = {
  grades: columns,
  activities: [
    { id: '1', name: 'Final assignment', asksForPass: true },
    { id: '3', name: 'Reading', asksForPass: false },
  ],
  competencies: [{ id: '1', name: 'Managing data' }],
};
const item = { id: '1', name: 'Final assignment' };
const away: RecordsScript = {
  grades: new Problem('lms-unreachable'),
  activities: new Problem('lms-token-refused'),
  competencies: new Problem('lms-unreachable'),
};

describe('what counts as passing: the records of the LMS', () => {
  let web: CourseWeb;
  let teacher: Person;
  let records: ReturnType<typeof scriptedRecords>;
  afterEach(() => web.close());

  async function begin(
    script: RecordsScript = there,
    token = true,
    family?: 'canvas' | 'other',
  ): Promise<void> {
    records = scriptedRecords(script);
    web = await startCourse({
      microCredential: null,
      ...(family && { platform: { family } }),
      services: { records, serviceTokens: memoryServiceTokens(token ? { 'platform-1': 'secret' } : {}) },
    });
    teacher = await web.teacher();
    await teacher.submit('credential', {});
  }
  const rule = async (): Promise<AwardRule | undefined> => (await web.draft()).rule;
  const save = (fields: Record<string, string>) =>
    teacher.save('passing', { combine: 'all', useExaminer: '', ...fields });

  it('the page, when no token was entered, then says what a token would bring and offers nothing', async () => {
    await begin(there, false);
    const { text } = await teacher.get('credential/passing');
    expect(readable(text)).to.contain('With a token for the web services of Moodle');
    expect(shown(text, 'useGrade')).to.equal(undefined);
    expect(records.asked).to.deep.equal([]);
  });

  it('the page, when the LMS is of no known family, then does not speak of it', async () => {
    await begin(there, true, 'other');
    expect((await teacher.get('credential/passing')).text).not.to.match(/web services|useGrade/);
  });

  it('the page, when the LMS is a Canvas, then says what its words mean there', async () => {
    await begin(there, true, 'canvas');
    const seen = readable((await teacher.get('credential/passing')).text);
    expect(seen).to.contain('work that is missing counts as zero').and.to.contain('Items of modules');
    expect(seen).to.contain('Final assignment').and.not.to.contain('Moodle');
  });

  it('the page, when there is a token, then offers columns, activities and competencies by name', async () => {
    await begin();
    const { text } = await teacher.get('credential/passing');
    const seen = readable(text);
    expect(seen).to.contain('Final assignment (of 100)').and.to.contain('Oral exam (of 20)');
    expect(seen).to.contain('Final assignment (completion asks for a passing grade)');
    expect(seen).to.contain('Managing data').and.not.to.contain('Outcome');
  });

  const cases: [string, Record<string, string>, AwardRule][] = [
    [
      'a grade in points',
      { useGrade: 'yes', gradeColumn: '5', gradeThreshold: '12,5', gradeUnit: 'points' },
      { kind: 'activity-grade', item: { id: '5', name: 'Oral exam' }, thresholdPoints: 12.5 },
    ],
    [
      'a passed activity within days',
      {
        useCompletion: 'yes',
        completionActivity: '1',
        completionNeeds: 'passed',
        completionNotAfter: '2026-12-31',
      },
      { kind: 'activity-completion', item, needs: 'passed', notAfter: '2026-12-31' },
    ],
    [
      'a completed activity',
      { useCompletion: 'yes', completionActivity: '3', completionNeeds: 'completed' },
      { kind: 'activity-completion', item: { id: '3', name: 'Reading' }, needs: 'completed' },
    ],
    [
      'the total',
      { useTotal: 'yes', totalThreshold: '60', totalUnit: 'percent' },
      { kind: 'course-total', thresholdPercent: 60 },
    ],
    [
      'the course',
      { useCourse: 'yes', courseNotBefore: '2026-09-01' },
      { kind: 'course-completion', notBefore: '2026-09-01' },
    ],
    [
      'a competency',
      { useCompetency: 'yes', competency: '1' },
      { kind: 'competency', item: { id: '1', name: 'Managing data' } },
    ],
  ];
  for (const [what, fields, condition] of cases)
    it(`${what}, when it is chosen, then is kept, with its name, and shown again`, async () => {
      await begin();
      expect((await save(fields)).status).to.equal(303);
      expect(await rule()).to.deep.equal({ kind: 'all', of: [condition] });
      const { text } = await teacher.get('credential/passing');
      for (const [name, value] of Object.entries(fields))
        expect(shown(text, name), name).to.equal(value.replace(',', '.'));
      await teacher.save('passing', { combine: 'all', ...fields });
      expect(await rule()).to.deep.equal({ kind: 'all', of: [condition] });
    });

  it('several activities and grades, when they are chosen, then all are the rule, and are shown again', async () => {
    await begin();
    const fields = {
      useGrade: 'yes',
      gradeColumn: '2',
      gradeThreshold: '50',
      gradeColumn2: '5',
      gradeThreshold2: '12',
      gradeUnit2: 'points',
      useCompletion: 'yes',
      completionActivity: '1',
      completionActivity2: '3',
      completionNeeds2: 'completed',
      completionNotAfter: '2026-12-31',
    };
    expect((await save(fields)).status).to.equal(303);
    const reading = { id: '3', name: 'Reading' };
    const of = [
      { kind: 'activity-grade', item: { ...item, id: '2' }, thresholdPercent: 50 },
      { kind: 'activity-grade', item: { id: '5', name: 'Oral exam' }, thresholdPoints: 12 },
      { kind: 'activity-completion', item, needs: 'passed', notAfter: '2026-12-31' },
      { kind: 'activity-completion', item: reading, needs: 'completed', notAfter: '2026-12-31' },
    ];
    expect(await rule()).to.deep.equal({ kind: 'all', of });
    const { text } = await teacher.get('credential/passing');
    for (const [name, value] of Object.entries(fields)) expect(shown(text, name), name).to.equal(value);
    await save({ ...fields, gradeColumn2: '', completionActivity2: '' });
    expect(await rule()).to.deep.equal({ kind: 'all', of: [of[0], of[2]] });
    const faulty = await save({ ...fields, gradeThreshold2: 'much' });
    expect(faulty.status).to.equal(422);
    expect(await rule()).to.deep.equal({ kind: 'all', of: [of[0], of[2]] });
  });

  it('a course with one thing to choose, when the page is shown, then offers no further places', async () => {
    await begin();
    const { text } = await teacher.get('credential/passing');
    expect(readable(text)).to.contain('Further activities').and.not.to.contain('Further competencies');
    expect(shown(text, 'completionActivity3')).to.equal(undefined);
  });

  it('a column that the LMS does not have, when it is sent, then is a fault and nothing is lost', async () => {
    await begin();
    await save({ useTotal: 'yes', totalThreshold: '60' });
    const page = await save({ useGrade: 'yes', gradeColumn: '99', gradeThreshold: '50' });
    expect(page.status).to.equal(422);
    expect(readable(page.text)).to.contain('Choose one of the answers offered');
    expect(await rule()).to.deep.include({ kind: 'all' });
  });

  it('what is saved, when the LMS is away or the token is gone, then can be seen and saved again', async () => {
    await begin();
    await save({ useGrade: 'yes', gradeColumn: '5', gradeThreshold: '50' });
    Object.assign(records, scriptedRecords(away));
    const { text } = await teacher.get('credential/passing');
    expect(readable(text)).to.contain(
      'The list could not be had from the LMS just now. The LMS did not answer.',
    );
    expect(readable(text)).to.contain('The LMS no longer takes the token of Acquis');
    expect(shown(text, 'gradeColumn')).to.equal('5');
    expect((await save({ useGrade: 'yes', gradeColumn: '5', gradeThreshold: '55' })).status).to.equal(303);
    await web.services.serviceTokens.forget('platform-1');
    const without = await teacher.get('credential/passing');
    expect(shown(without.text, 'gradeThreshold')).to.equal('55');
    expect(readable(without.text)).to.contain('With a token for the web services');
    const of = [{ kind: 'activity-grade', item: { id: '5', name: 'Oral exam' }, thresholdPercent: 55 }];
    expect(await rule()).to.deep.equal({ kind: 'all', of });
  });

  it('a rule of records, when it is published where no records are asked, then is refused with the reason', async () => {
    await begin(there, true, 'other');
    for (const group of ['about', 'assessments', 'outcomes', 'level', 'participation'] as const)
      await teacher.save(group, fullForms[group]);
    const { id, revision } = await web.kept();
    const definition = { ...(await web.draft()), rule: { kind: 'course-completion' } as const };
    const draft = { definition, changedAt: web.services.clock(), changedBy: 'teacher-1' };
    await web.services.microCredentials.saveDraft(id, revision, draft);
    const page = await teacher.get('credential');
    expect(readable(page.text)).to.contain('this LMS has no web services that Acquis can ask');
  });
});

describe('evidence of the records of the LMS, on the pages', () => {
  const all: AwardRule = {
    kind: 'all',
    of: [
      { kind: 'activity-completion', item, needs: 'passed' },
      { kind: 'activity-grade', item: { id: '2', name: 'Final assignment' }, thresholdPercent: 50 },
      { kind: 'course-total', thresholdPercent: 50 },
      { kind: 'competency', item: { id: '1', name: 'Managing data' } },
      { kind: 'course-completion' },
    ],
  };
  const mine = <T>(...told: T[]): Record<string, T[]> => ({ 'learner-1': told });
  const met: RecordsScript = {
    grades: mine(
      aGrade({ score: 78.5 }),
      aGrade({ columnId: '902', kind: 'course-total', name: undefined, score: 90, maximum: 120 }),
    ),
    completion: mine({ activityId: '1', state: 'passed' as const, done: true }),
    ratings: mine({ competencyId: '1', rating: 'proficient' as const }),
    courseCompletion: { 'learner-1': { completed: true } },
  };
  let web: CourseWeb;
  afterEach(() => web.close());
  const begin = async (script: RecordsScript): Promise<void> => {
    const versions = [aVersion({ rule: all })];
    web = await startCourse({
      microCredential: aMicroCredential({ versions }),
      services: {
        records: scriptedRecords(script),
        lms: scriptedLms({ roster: [aRosterMember('learner-1')] }),
      },
    });
  };

  it('the learner, when everything is met, then reads why, and is offered the award', async () => {
    await begin(met);
    const learner = await web.learner();
    const seen = readable((await learner.get('progress')).text);
    expect(seen).to.contain('Pass “Final assignment”').and.to.contain('You have passed “Final assignment”.');
    expect(seen).to.contain('Reach at least 50% in “Final assignment”');
    expect(seen).to.contain('Your grade is 78.5 of 100; you need 50%.');
    expect(seen).to.contain('Reach at least 50% in the total of the course');
    expect(seen).to.contain('You are rated proficient in “Managing data”.');
    expect(seen).to.contain('You have completed the course.');
    expect(seen).to.contain('Claim your micro-credential');
  });

  it('the learner, when the LMS leaves things out, then reads that it is unknown, not that it is not met', async () => {
    await begin({ ...met, completion: {}, grades: {} });
    const learner = await web.learner();
    const seen = readable((await learner.get('progress')).text);
    expect(seen).to.contain('The learning platform says nothing about this for you.');
    expect(seen).to.contain('Some requirements could not be checked just now.');
    expect(seen).not.to.contain('Not met yet');
  });

  it('the teacher, when the token is refused, then reads it once above the list and at each learner', async () => {
    const refused = new Problem('lms-token-refused');
    await begin({ grades: refused, completion: refused, ratings: refused, courseCompletion: refused });
    const teacher = await web.teacher();
    const seen = readable((await teacher.get('roster')).text);
    expect(seen).to.contain('The LMS no longer takes the token of Acquis');
    expect(seen).to.contain('Could not be checked');
  });

  it('readers outside, when they look at the criteria, then read no activity but the competency', async () => {
    const id = 'm'.repeat(22);
    web = await startCourse({
      microCredential: aMicroCredential({ id, versions: [aVersion({ rule: all })] }),
    });
    const page = await web.browser().get(`/achievements/${id}/1`);
    const seen = readable(page.text);
    expect(seen).to.contain('The learning platform records an activity of the course as passed.');
    expect(seen).to.contain('rated proficient in the competency “Managing data”');
    expect(seen).not.to.contain('Final assignment');
  });
});
