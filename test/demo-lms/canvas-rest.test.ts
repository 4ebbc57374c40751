import { request } from 'node:http';
import { expect } from 'chai';
import { startDemoLms, type DemoLms } from '../../src/demo-lms/demo-lms.js';

describe('demo LMS: the REST API as Canvas documents it', () => {
  let lms: DemoLms;
  beforeEach(async () => {
    const tool = { loginUrl: '', launchUrl: '', keySetUrl: '' };
    lms = await startDemoLms({ kind: 'canvas', host: '127.0.0.1', port: 0, tool, bigLearners: 130 });
  });
  afterEach(() => lms.close());

  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(path.startsWith('http') ? path : `${lms.url}/api/v1${path}`, {
      headers: { Authorization: `Bearer ${lms.webServiceToken}`, ...headers },
    });
  const list = async (response: Response): Promise<Record<string, unknown>[]> =>
    (await response.json()) as Record<string, unknown>[];
  const nextOf = (response: Response): string =>
    /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? '';

  it('a list, when nothing is said of its pages, then has ten entries, a hundred at most, and Link keeps the question', async () => {
    expect(await list(await ask('/courses/3/enrollments'))).to.have.length(10);
    const first = await ask('/courses/3/enrollments?type[]=StudentEnrollment&per_page=500');
    expect(await list(first)).to.have.length(100);
    const rest = await list(await ask(nextOf(first)));
    expect(rest).to.have.length(30);
    expect(new Set(rest.map(({ type }) => type))).to.deep.equal(new Set(['StudentEnrollment']));
  });

  it('numbers, when the caller asks for text, then are text', async () => {
    const asText = { Accept: 'application/json+canvas-string-ids' };
    const [plain] = await list(await ask('/courses/2/assignments'));
    const [text] = await list(await ask('/courses/2/assignments', asText));
    expect([plain?.['id'], text?.['id'], text?.['course_id'], text?.['points_possible']]).to.deep.equal([
      2,
      '2',
      '2',
      100,
    ]);
  });

  const refusals: [string, string, Record<string, string>, number, string | null][] = [
    ['another token', '/users/self', { Authorization: 'Bearer x' }, 401, 'Bearer realm="canvas-lms"'],
    ['a course that is not there', '/courses/99', {}, 404, null],
    ['an address that is not there', '/courses/2/nothing', {}, 404, null],
    ['progress of a teacher', '/courses/2/users/3/progress', {}, 400, null],
    ['submissions of a teacher', '/courses/2/students/submissions?student_ids[]=3', {}, 403, null],
  ];
  for (const [what, path, headers, status, signIn] of refusals)
    it(`${what}, when asked for, then is ${status}`, async () => {
      const answer = await ask(path, headers);
      expect([answer.status, answer.headers.get('www-authenticate')]).to.deep.equal([status, signIn]);
    });

  it('no User-Agent, when it asks, then is 403', async () => {
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${lms.url}/api/v1/users/self`, { headers: {} }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.removeHeader('User-Agent');
      asked.on('error', reject).end();
    });
    expect(status).to.equal(403);
  });

  it('the token, when the administrator opens the page, then stands there, and another one can be made', async () => {
    const page = (path: string, init: RequestInit = {}): Promise<Response> =>
      fetch(`${lms.url}${path}`, { ...init, headers: { Cookie: lms.controls.sessionCookie('2') } });
    const before = lms.webServiceToken;
    expect(await (await page('/web-services')).text())
      .to.contain(before)
      .and.to.contain('Scopes of the developer key');
    await page('/web-services/token', { method: 'POST' });
    expect(lms.webServiceToken).not.to.equal(before);
    expect((await ask('/users/self', { Authorization: `Bearer ${before}` })).status).to.equal(401);
    expect((await ask('/users/self')).status).to.equal(200);
  });
});
