import { expect } from 'chai';
import type { CourseCompetency } from '../../../src/domain/courses/course-records.js';
import { Problem } from '../../../src/shared/problem.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { memoryServiceTokens } from '../../support/memory/memory-service-tokens.js';
import { aGrade, scriptedRecords, type RecordsScript } from '../../support/memory/scripted-records.js';
import { readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';

const page = 'credential/outcomes/import';
const competencies = [
  { id: '1', name: 'Managing data', code: 'DC-1.3', text: 'To organise <b>data</b> & more.' },
  { id: '2', name: 'Evaluating data' },
];

describe('learning outcomes from the LMS, for the teacher', () => {
  let web: CourseWeb;
  let teacher: Person;
  afterEach(() => web.close());

  const enter = async (
    answer: CourseCompetency[] | Problem = competencies,
    {
      draft = true,
      locale = 'en',
      token = true,
      script = {},
    }: { draft?: boolean; locale?: string; token?: boolean; script?: RecordsScript } = {},
  ): Promise<void> => {
    const definition = { ...aDefinition(), outcomes: [], rule: undefined };
    const edited = { definition, changedAt: new Date(), changedBy: 'teacher-1' };
    web = await startCourse({
      microCredential: draft
        ? aMicroCredential({ versions: [], draft: edited })
        : aMicroCredential({ versions: [aVersion()] }),
      services: {
        records: scriptedRecords({ competencies: answer, ...script }),
        serviceTokens: memoryServiceTokens(token ? { 'platform-1': 'token' } : {}),
      },
    });
    teacher = await web.teacher({ locale });
  };

  const take = async (fields: Record<string, string>) => {
    const revision = shown((await teacher.get(page)).text, 'revision') ?? '';
    return teacher.submit(page, { revision, ...fields });
  };

  it('the page, when it is opened from the group, then lists what the LMS has, as text', async () => {
    await enter();
    expect((await teacher.get('credential/outcomes')).text).to.contain(`${teacher.path}/${page}`);
    const { text } = await teacher.get(page);
    expect(text)
      .to.contain('Managing data (DC-1.3)')
      .and.to.contain('To organise &lt;b&gt;data&lt;/b&gt; &amp; more.');
  });

  it('those chosen, when they are taken with their ratings, then are in the draft, and the page says so', async () => {
    await enter();
    const answer = await take({
      'take-0': '1',
      'proof-0-0': 'competency 1',
      'take-1': '2',
      assessment: 'a1',
    });
    const location = answer.headers.get('Location') ?? '';
    expect(readable((await teacher.browser.get(location)).text))
      .to.contain('2 learning outcomes were added.')
      .and.to.contain('One learning outcome has conditions of its own now');
    const { outcomes, rule } = await web.draft();
    expect(outcomes.map(({ code }) => code)).to.deep.equal(['DC-1.3', undefined]);
    expect(outcomes.map(({ provenBy }) => provenBy)).to.deep.equal([
      { kind: 'competency', item: { id: '1', name: 'Managing data' } },
      undefined,
    ]);
    expect(rule).to.equal(undefined);
    expect(readable((await teacher.get(page)).text)).to.contain(
      'Evaluating data, already a learning outcome',
    );
  });

  describe('and the activities that prove them', () => {
    const script: RecordsScript = {
      competencyActivities: new Map([
        ['1', [{ id: '7', name: 'Final assignment' }]],
        ['2', [{ id: '8', name: 'Essay' }]],
      ]),
      activities: [{ id: '7', name: 'Final assignment', asksForPass: true }],
      grades: { 'teacher-1': [aGrade({ columnId: '3', activityId: '8', name: 'Essay', maximum: 20 })] },
    };

    it('the page, when it is opened, then proposes what the LMS ties to each, and asks for a percentage', async () => {
      await enter(competencies, { script });
      const { text } = await teacher.get(page);
      const seen = readable(text);
      expect(seen).to.contain('being rated proficient in it in Moodle passing “Final assignment”');
      expect(seen).to.contain('a grade in “Essay” (of 20)');
      expect(shown(text, 'threshold')).to.equal('50');
      expect(seen).not.to.contain('proposals are missing');
    });

    it('proofs, when they are ticked, then the outcomes are taken with them', async () => {
      await enter(competencies, { script });
      await take({
        'proof-0-1': 'activity-completion 7',
        'proof-1-0': 'competency 2',
        'proof-1-1': 'activity-grade 3',
        threshold: '62,5',
      });
      expect((await web.draft()).outcomes.map(({ provenBy }) => provenBy)).to.deep.equal([
        { kind: 'activity-completion', item: { id: '7', name: 'Final assignment' }, needs: 'passed' },
        {
          kind: 'all',
          of: [
            { kind: 'competency', item: { id: '2', name: 'Evaluating data' } },
            { kind: 'activity-grade', item: { id: '3', name: 'Essay' }, thresholdPercent: 62.5 },
          ],
        },
      ]);
    });

    it('a percentage that is none, when a grade is to count, then the page says so and keeps what was ticked', async () => {
      await enter(competencies, { script });
      const { status, text } = await take({ 'proof-1-1': 'activity-grade 3', threshold: '150' });
      expect(status).to.equal(422);
      expect(shown(text, 'threshold')).to.equal('150');
      expect(text).to.match(/name="proof-1-1"[^>]* checked/);
      expect((await web.draft()).outcomes).to.deep.equal([]);
    });

    it('a proposal that is another one by now, when it is sent, then nothing is taken for it', async () => {
      await enter(competencies, { script });
      expect((await take({ 'proof-0-1': 'activity-completion 9' })).status).to.equal(422);
    });

    it('the function, when the token may not call it, then the import works and says why nothing is proposed', async () => {
      await enter(competencies, {
        script: { ...script, competencyActivities: new Problem('lms-function-missing') },
      });
      const seen = readable((await teacher.get(page)).text);
      expect(seen).to.contain('Some proposals are missing here').and.to.contain('Everything else works.');
      expect(seen).to.contain('being rated proficient').and.not.to.contain('Final assignment');
      await take({ 'take-0': '1' });
      expect((await web.draft()).outcomes).to.have.length(1);
    });

    it('an LMS that does not tell, or ties nothing, when the page is opened, then it says which', async () => {
      await enter();
      expect(readable((await teacher.get(page)).text)).to.contain('Moodle does not tell which activities');
      await web.close();
      await enter(competencies, { script: { competencyActivities: new Map() } });
      expect(readable((await teacher.get(page)).text)).to.contain('is tied to these competencies');
    });
  });

  it('none chosen, or what the LMS has no more, when it is sent, then the page says what to do and nothing is saved', async () => {
    await enter();
    const sent: Record<string, string>[] = [{}, { 'take-0': '9' }];
    for (const fields of sent) {
      const { status, text } = await take(fields);
      expect(status).to.equal(422);
      expect(readable(text)).to.contain('Choose at least one.');
    }
    expect((await web.draft()).outcomes).to.deep.equal([]);
  });

  it('more than a micro-credential holds, when they are chosen, then the page says so and nothing is saved', async () => {
    const many = Array.from({ length: 61 }, (_, at) => ({ id: String(at), name: `Outcome ${at}` }));
    await enter(many);
    const all = Object.fromEntries(many.map(({ id }) => [`take-${id}`, id]));
    expect(readable((await take(all)).text)).to.contain('at most 60 learning outcomes');
    expect((await web.draft()).outcomes).to.deep.equal([]);
  });

  it('as many as a micro-credential holds, when proofs are chosen for them, then they get them', async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ id: String(at), name: `Outcome ${at}` }));
    await enter(many);
    await take(Object.fromEntries(many.map(({ id }) => [`take-${id}`, id])));
    expect((await take({ 'proof-7-0': 'competency 7' })).status).to.equal(303);
    const { outcomes } = await web.draft();
    expect(outcomes).to.have.length(60);
    expect(outcomes.flatMap(({ provenBy }, at) => (provenBy ? [at] : []))).to.deep.equal([7]);
  });

  it('an older page, when it is sent, then nothing is overwritten', async () => {
    await enter();
    const { status } = await take({ 'take-0': '1', revision: '99' });
    expect(status).to.equal(409);
    expect((await web.draft()).outcomes).to.deep.equal([]);
  });

  it('an LMS that cannot be asked, or has none, when the page is opened, then it says so', async () => {
    await enter(new Problem('lms-unreachable'));
    expect(readable((await teacher.get(page)).text)).to.contain(
      'The LMS could not be asked: The LMS did not answer.',
    );
    await web.close();
    await enter([]);
    expect(readable((await teacher.get(page)).text)).to.contain('The course has none in the LMS.');
  });

  it('a published version that nobody edits, or an LMS without a token, when it is looked at, then nothing is offered', async () => {
    await enter(competencies, { draft: false });
    expect((await teacher.get(page)).headers.get('Location')).to.equal(`${teacher.path}/credential`);
    await web.close();
    await enter(competencies, { token: false });
    expect((await teacher.get('credential/outcomes')).text).to.not.contain(page);
  });

  it('a learner, when the page is asked for, then is refused', async () => {
    await enter();
    expect((await (await web.learner()).get(page)).status).to.equal(403);
  });

  it('the page, when it is read in French, then every sentence is there', async () => {
    await enter(competencies, { locale: 'fr' });
    expect(readable((await teacher.get(page)).text)).to.contain('Reprendre ceux que j’ai choisis');
  });
});
