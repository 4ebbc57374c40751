import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { startDemoLms, type DemoLms } from '../../src/demo-lms/demo-lms.js';

interface Exchange {
  request: { body: string };
  response: { status: number; headers: Record<string, string>; body: string };
}
const file = join(import.meta.dirname, '..', 'recorded', 'moodle', 'web-services.json');
const recorded = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Exchange>;

describe('demo LMS: web services as Moodle has them', () => {
  let lms: DemoLms;
  beforeEach(async () => {
    const tool = { loginUrl: '', launchUrl: '', keySetUrl: '' };
    lms = await startDemoLms({ kind: 'moodle', host: '127.0.0.1', port: 0, tool, bigLearners: 3 });
  });
  afterEach(() => lms.close());

  /** Asks as the recording was asked, with the demonstration's token where that had one. */
  const askAs = (name: string): Promise<Response> =>
    send(recorded[name]?.request.body.replace('REDACTED', lms.controls.state.webServices?.token ?? '') ?? '');
  const send = (body: string): Promise<Response> =>
    fetch(`${lms.url}/webservice/rest/server.php`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
    });
  const without = (kind: 'functions' | 'capabilities', ...names: string[]): void => {
    const account = lms.controls.state.webServices;
    lms.controls.setWebServices({
      [kind]: (account?.[kind] ?? []).filter((one) => !names.includes(one)),
    });
  };

  const errors: [string, () => void][] = [
    ['error-invalidtoken', () => lms.controls.setWebServices({ token: 'another' })],
    ['error-unknown-function', () => undefined],
    ['error-unknown-course', () => undefined],
    ['error-unknown-user', () => undefined],
    ['error-nopermissions', () => without('capabilities', 'report/progress:view')],
    ['error-nopermissions-grades', () => without('capabilities', 'moodle/grade:viewall')],
    ['error-requireloginerror', () => without('capabilities', 'moodle/course:view')],
    ['error-course-completion-not-tracked', () => undefined],
    ['error-webservices-disabled', () => lms.controls.setWebServices({ isOn: false })],
  ];
  for (const [name, begin] of errors)
    it(`${name}, when the same is wrong here, then the answer is the recorded one to the letter`, async () => {
      begin();
      // the token that was asked with stays the one of the recording where it is unknown
      const answer =
        name === 'error-invalidtoken' ? await send(recorded[name]?.request.body ?? '') : await askAs(name);
      const { status, headers, body } = recorded[name]?.response ?? { status: 0, headers: {}, body: '' };
      expect([answer.status, answer.headers.get('content-type')]).to.deep.equal([
        status,
        headers['content-type'] ?? null,
      ]);
      expect(await answer.text()).to.equal(body);
    });

  it('a function, when it is taken out of the service, then is refused as one outside of it', async () => {
    without('functions', 'core_grades_get_gradeitems');
    expect(await (await askAs('gradeitems')).text()).to.equal(
      recorded['error-function-not-in-service']?.response.body,
    );
  });

  /** Every field of ours is one of the recording's, of the same type. */
  function sameShape(ours: unknown, theirs: unknown, path: string): void {
    if (Array.isArray(ours)) {
      for (const one of ours) sameShape(one, (theirs as unknown[])[0], `${path}[]`);
      return;
    }
    if (typeof ours !== 'object' || ours === null) {
      const mayDiffer = ours === null || theirs === null;
      if (!mayDiffer) expect(typeof ours, path).to.equal(typeof theirs);
      return;
    }
    for (const [name, value] of Object.entries(ours)) {
      expect(theirs, path).to.have.property(name);
      sameShape(value, (theirs as Record<string, unknown>)[name], `${path}.${name}`);
    }
  }
  for (const name of [
    'grade-items-all-users',
    'gradeitems',
    'activities-completion-student1-passed',
    'course-completion-student1-passed',
    'course-competencies',
    'course-competencies-page',
    'competency-report-student1-passed',
    'site-info',
  ])
    it(`${name}, when it is asked here, then has the recorded fields`, async () => {
      const answer = await askAs(name);
      expect(answer.headers.get('content-type')).to.equal('application/json');
      const theirs = JSON.parse(recorded[name]?.response.body ?? '') as object;
      const ours = (await answer.json()) as Record<string, unknown>;
      // which fields a column has depends on its being graded
      if (name === 'grade-items-all-users') {
        const [first] = (theirs as { usergrades: { gradeitems: object[] }[] }).usergrades;
        if (first) first.gradeitems = [Object.assign({}, ...first.gradeitems) as object];
      }
      sameShape(ours, theirs, name);
    });

  it('an outcome and a column on a scale, when they are asked for, then levels have numbers, and their names as recorded', async () => {
    const answer = await askAs('grade-items-all-users').then((one) => one.json());
    interface Item {
      id: number;
      graderaw: number | null;
      gradeformatted: string;
    }
    const { usergrades } = answer as { usergrades: { userid: number; gradeitems: Item[] }[] };
    const item = (userid: number, id: number): Item | undefined =>
      usergrades.find((one) => one.userid === userid)?.gradeitems.find((one) => one.id === id);
    const common = { scaleid: 1, grademin: 1, grademax: 3, rangeformatted: 'Not yet&ndash;Mastered' };
    const outcome = { ...common, itemtype: 'mod', itemnumber: 1000, outcomeid: 1, cmid: 1 };
    expect(item(6, 4)).to.include({ ...outcome, graderaw: 3, gradeformatted: 'Mastered' });
    expect(item(6, 4)).to.include({ percentageformatted: '100.00 %' });
    expect(item(7, 4)).to.include({ ...outcome, graderaw: 1, percentageformatted: '0.00 %' });
    expect(item(8, 4)).to.include({ ...outcome, graderaw: null, gradeformatted: '-' });
    expect(item(6, 5)).to.include({ ...common, itemtype: 'manual', outcomeid: null, graderaw: null });
    // levels are no points: the total is that of the assignment alone
    expect(item(6, 902)).to.include({ graderaw: 78.5, grademax: 100 });
  });

  it('contents, when they are asked for, then only the graded activity is tracked, by a passing grade', async () => {
    const [section] = (await (await askAs('course-contents')).json()) as [
      { modules: Record<string, unknown>[] },
    ];
    expect(section.modules.map(({ name, completion }) => [name, completion])).to.deep.include([
      'Final assignment',
      2,
    ]);
    expect(section.modules.filter(({ completion }) => completion !== 0)).to.have.length(1);
  });

  it('a grade, when a teacher changes it, then grade, completion, course and competency follow', async () => {
    const seen = async (): Promise<unknown[]> => {
      const grades = await askAs('grade-items-all-users').then((one) => one.json());
      const { usergrades } = grades as {
        usergrades: { userid: number; gradeitems: { id: number; graderaw: unknown }[] }[];
      };
      const items = usergrades.find(({ userid }) => userid === 7)?.gradeitems;
      const activities = (await (await askAs('activities-completion-student2-failed')).json()) as {
        statuses: { state: number }[];
      };
      const course = (await (await askAs('course-completion-student2-failed')).json()) as {
        completionstatus: { completed: boolean };
      };
      const report = (await (await askAs('competency-report-student2-failed')).json()) as {
        usercompetencies: { usercompetencycourse: { proficiency: boolean | null } }[];
      };
      return [
        items?.find(({ id }) => id === 2)?.graderaw,
        activities.statuses[0]?.state,
        course.completionstatus.completed,
        report.usercompetencies[0]?.usercompetencycourse.proficiency,
      ];
    };
    expect(await seen()).to.deep.equal([41, 3, false, null]);
    lms.controls.setGrade({ courseId: '2', userId: '7', score: 50 });
    expect(await seen()).to.deep.equal([50, 2, true, true]);
    lms.controls.setGrade({ courseId: '2', userId: '7', score: undefined });
    expect(await seen()).to.deep.equal([null, 0, false, null]);
  });

  it('activities that the account may not see, when they are asked for, then are missing without a word', async () => {
    without('capabilities', 'mod/assign:view');
    const activities = await askAs('activities-completion-student1-passed').then((one) => one.json());
    expect(activities).to.deep.equal({ statuses: [], warnings: [] });
    const grades = await askAs('grade-items-student1-passed').then((one) => one.text());
    expect(grades).to.contain('Claim your badge').and.not.to.contain('Final assignment');
    expect(await (await askAs('gradeitems')).text()).to.contain('Final assignment');
  });

  it('a hidden activity, when the account may not see hidden ones, then is missing', async () => {
    lms.controls.hide('1', true);
    expect(await (await askAs('grade-items-student1-passed')).text()).to.contain('Final assignment');
    without('capabilities', 'moodle/grade:viewhidden');
    expect(await (await askAs('grade-items-student1-passed')).text()).not.to.contain('Final assignment');
  });

  it('the page of web services, when the administrator opens it, then tells the token and takes rights away', async () => {
    const page = (userId: string, path: string, form?: Record<string, string>): Promise<Response> =>
      fetch(lms.url + path, {
        method: form ? 'POST' : 'GET',
        headers: { Cookie: lms.controls.sessionCookie(userId) },
        ...(form ? { body: new URLSearchParams(form) } : {}),
      });
    const token = lms.controls.state.webServices?.token ?? '';
    expect(await (await page('2', '/web-services')).text()).to.contain(token);
    expect((await page('3', '/web-services')).status).to.equal(403);
    await page('2', '/web-services', { isOn: 'yes', 'function-core_webservice_get_site_info': 'yes' });
    expect(lms.controls.state.webServices).to.deep.include({
      isOn: true,
      functions: ['core_webservice_get_site_info'],
      capabilities: [],
    });
    await page('2', '/web-services/token', {});
    expect(lms.controls.state.webServices?.token).not.to.equal(token);
  });
});
