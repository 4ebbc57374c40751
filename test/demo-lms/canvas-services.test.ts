import { request } from 'node:http';
import { expect } from 'chai';
import { decodeJwt } from 'jose';
import { startDemoLms, type DemoLms } from '../../src/demo-lms/demo-lms.js';
import { launch, startStandInTool, tokenFor, type StandInTool } from './stand-in-tool.js';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
interface Member {
  user_id: string;
  roles: string[];
  message?: object[];
}

describe('demo LMS: services as Canvas documents them', () => {
  let lms: DemoLms;
  let tool: StandInTool;
  let token: string;
  before(async () => {
    tool = await startStandInTool();
  });
  beforeEach(async () => {
    lms = await startDemoLms({ kind: 'canvas', host: '127.0.0.1', port: 0, tool: tool.addresses });
    token = await tokenFor(lms, tool);
  });
  afterEach(() => lms.close());
  after(() => tool.close());
  const call = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(path.startsWith('http') ? path : `${lms.url}/api/lti/courses${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${token}` },
    });
  const membersOf = async (response: Response): Promise<Member[]> =>
    ((await response.json()) as { members: Member[] }).members;
  const nextOf = (response: Response): string | undefined =>
    /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  const subOf = async (userId: string): Promise<string> =>
    decodeJwt((await launch(lms, userId, '4'))['id_token'] ?? '').sub ?? '';
  const linkOf = async (activityId: string): Promise<string> => {
    const claims = decodeJwt((await launch(lms, '3', activityId))['id_token'] ?? '');
    return (claims['https://purl.imsglobal.org/spec/lti/claim/resource_link'] as { id: string }).id;
  };

  describe('roster', () => {
    it('roster, when 66 are in the course, then fifty come first, whatever the limit, and Link leads to the rest', async () => {
      const first = await call('/3/names_and_roles?limit=200');
      expect(await membersOf(first)).to.have.lengthOf(50);
      const second = await call(nextOf(first) ?? '');
      expect(await membersOf(second)).to.have.lengthOf(16);
      expect(nextOf(second)).to.equal(undefined);
    });

    it('roster, when read, then roles are URIs, ids UUIDs, and there is no message', async () => {
      const members = await membersOf(await call('/2/names_and_roles'));
      expect(members[0]).to.include({
        status: 'Active',
        email: 'student1@example.invalid',
        user_id: await subOf('6'),
      });
      expect(members.at(-1)?.roles).to.deep.equal([
        `${membership}/Instructor#TeachingAssistant`,
        `${membership}#Instructor`,
      ]);
      expect(members.some(({ message }) => message)).to.equal(false);
    });

    it('roster, when a role is asked for, then only the full URI finds somebody', async () => {
      const uri = encodeURIComponent(`${membership}#Learner`);
      expect(await membersOf(await call(`/2/names_and_roles?role=${uri}`))).to.have.lengthOf(4);
      expect(await membersOf(await call('/2/names_and_roles?role=Learner'))).to.deep.equal([]);
    });

    it('rlid, when an assignment is for some, then the other learners are missing and teachers stay', async () => {
      lms.controls.assignTo('4', ['7']);
      const response = await call(`/2/names_and_roles?rlid=${await linkOf('4')}`);
      const members = await membersOf(response);
      expect(members.map(({ roles }) => roles.length)).to.deep.equal([1, 1, 2]);
      expect(members[0]?.user_id).to.not.equal(await subOf('3'));
      expect(members[0]?.message?.[0]).to.include({ 'https://www.instructure.com/canvas_user_id': 7 });
    });

    it('rlid, when the activity is restricted to those who passed, then everybody is listed all the same', async () => {
      expect(await membersOf(await call(`/2/names_and_roles?rlid=${await linkOf('8')}`))).to.have.lengthOf(6);
    });

    it('rlid, when it is the context, then everyone; when unknown, then an error', async () => {
      expect(await membersOf(await call(`/2/names_and_roles?rlid=${await linkOf('20')}`))).to.have.lengthOf(
        6,
      );
      expect((await call('/2/names_and_roles?rlid=x')).status).to.equal(400);
    });

    it('service, when there is no User-Agent, then 403', async () => {
      const status = await new Promise((resolve, reject) => {
        request(`${lms.url}/api/lti/courses/2/names_and_roles`, {
          headers: { Authorization: `Bearer ${token}` },
        })
          .on('response', (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end();
      });
      expect(status).to.equal(403);
    });

    it('service, when the token is unknown, too narrow or the course unknown, then told', async () => {
      const bare = await fetch(`${lms.url}/api/lti/courses/2/names_and_roles`);
      expect(bare.status).to.equal(401);
      expect(bare.headers.get('www-authenticate')).to.contain('Bearer');
      expect((await call('/999/names_and_roles')).status).to.equal(404);
      token = await tokenFor(lms, tool, 'https://purl.imsglobal.org/spec/lti-ags/scope/score');
      expect((await call('/2/names_and_roles')).status).to.equal(401);
    });
  });

  describe('line items', () => {
    const post = (body: object): Promise<Response> =>
      call('/2/line_items', { method: 'POST', body: JSON.stringify(body) });

    it('list, when there are twelve, then ten come first and Link leads to the rest', async () => {
      for (let nth = 1; nth <= 11; nth += 1)
        await post({ label: `Badge ${nth}`, scoreMaximum: 1, tag: 'badge' });
      const first = await call('/2/line_items');
      expect(await first.json()).to.have.lengthOf(10);
      expect(await (await call(nextOf(first) ?? '')).json()).to.have.lengthOf(2);
      expect(await (await call('/2/line_items?limit=100&tag=badge')).json()).to.have.lengthOf(11);
    });

    it('item, when created, changed and deleted, then each is answered', async () => {
      const created = await post({ label: 'Badge', scoreMaximum: 1, resourceId: 'cred-42' });
      const { id } = (await created.json()) as { id: string };
      expect([created.status, id]).to.deep.equal([201, `${lms.url}/api/lti/courses/2/line_items/14`]);
      await call(id, { method: 'PUT', body: JSON.stringify({ label: 'Renamed' }) });
      expect(await (await call(id)).json()).to.deep.equal({
        id,
        label: 'Renamed',
        scoreMaximum: 1,
        resourceId: 'cred-42',
      });
      expect((await call(id, { method: 'DELETE' })).status).to.equal(204);
      expect((await call(id)).status).to.equal(404);
    });

    it('item, when incomplete, for an unknown link or made by the teacher, then refused', async () => {
      expect((await post({ label: 'x' })).status).to.equal(400);
      expect((await post({ label: 'x', scoreMaximum: 1, resourceLinkId: 'x' })).status).to.equal(412);
      expect((await call('/2/line_items/6', { method: 'DELETE' })).status).to.equal(401);
      expect((await call('/2/line_items/9')).status).to.equal(404);
    });
  });

  describe('scores and results', () => {
    const at = '2026-11-22T08:57:44.575Z';
    const post = async (change: object = {}): Promise<Response> =>
      call('/2/line_items/6/scores', {
        method: 'POST',
        body: JSON.stringify({
          userId: await subOf('6'),
          scoreGiven: 40,
          scoreMaximum: 50,
          activityProgress: 'Completed',
          gradingProgress: 'FullyGraded',
          timestamp: at,
          ...change,
        }),
      });
    const results = async (): Promise<Record<string, unknown>[]> =>
      (await (await call('/2/line_items/6/results')).json()) as Record<string, unknown>[];

    it('score, when right, then it is answered with the result, which has no time', async () => {
      const resultUrl = `${lms.url}/api/lti/courses/2/line_items/6/results/6`;
      expect(await (await post()).json()).to.deep.equal({ resultUrl });
      const [result] = await results();
      expect(result).to.deep.equal({
        id: resultUrl,
        scoreOf: `${lms.url}/api/lti/courses/2/line_items/6`,
        userId: await subOf('6'),
        resultScore: 80,
        resultMaximum: 100,
      });
      expect(await (await call(resultUrl)).json()).to.deep.equal(result);
    });

    it('score, when older than the last, then 400', async () => {
      await post();
      expect((await post({ timestamp: '2026-11-22T07:57:44Z' })).status).to.equal(400);
    });

    it('score, when for a teacher or a stranger, or below nothing, then 422', async () => {
      expect((await post({ userId: await subOf('3') })).status).to.equal(422);
      expect((await post({ userId: '9' })).status).to.equal(422);
      expect((await post({ scoreGiven: -1 })).status).to.equal(422);
      expect((await post({ scoreMaximum: undefined })).status).to.equal(422);
    });

    it('score, when without points, then the grade is cleared unless it is to be preserved', async () => {
      await post();
      await post({
        scoreGiven: undefined,
        'https://canvas.instructure.com/lti/submission': { preserve_score: true },
      });
      expect((await results())[0]).to.have.property('resultScore', 80);
      await post({ scoreGiven: undefined });
      expect((await results())[0]).to.not.have.property('resultScore');
    });

    it('score, when a teacher changed the grade, then overwritten unless the tool gives way', async () => {
      lms.controls.setGrade({ courseId: '2', userId: '6', lineItemId: '6', score: 20 });
      const timestamp = new Date(Date.now() + 5000).toISOString();
      await post({
        timestamp,
        'https://canvas.instructure.com/lti/submission': { prioritize_non_tool_grade: true },
      });
      expect((await results())[0]).to.have.property('resultScore', 20);
      await post({ timestamp });
      expect((await results())[0]).to.have.property('resultScore', 80);
    });

    it('score, when incomplete or unreadable, then 400', async () => {
      expect((await post({ timestamp: 'yesterday' })).status).to.equal(400);
      expect((await call('/2/line_items/6/scores', { method: 'POST', body: '{' })).status).to.equal(400);
    });
  });
});
