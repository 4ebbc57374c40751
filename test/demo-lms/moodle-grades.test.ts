import { expect } from 'chai';
import { decodeJwt } from 'jose';
import { startDemoLms, type DemoLms } from '../../src/demo-lms/demo-lms.js';
import { launch, startStandInTool, tokenFor, type StandInTool } from './stand-in-tool.js';

const types = {
  container: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  item: 'application/vnd.ims.lis.v2.lineitem+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json',
  score: 'application/vnd.ims.lis.v1.score+json',
};
describe('demo LMS: line items, scores and results as Moodle has them', () => {
  let lms: DemoLms;
  let tool: StandInTool;
  let token: string;
  before(async () => {
    tool = await startStandInTool();
  });
  beforeEach(async () => {
    lms = await startDemoLms({ kind: 'moodle', host: '127.0.0.1', port: 0, tool: tool.addresses });
    token = await tokenFor(lms, tool);
  });
  afterEach(async () => {
    await lms.close();
  });
  after(() => tool.close());
  const call = (
    path: string,
    { accept, method = 'GET', body, type, bearer = token }: Record<string, string | undefined> = {},
  ): Promise<Response> =>
    fetch(path.startsWith('http') ? path : `${lms.url}/mod/lti/services.php${path}`, {
      method: method ?? 'GET',
      headers: {
        ...(bearer === '' ? {} : { Authorization: `Bearer ${bearer}` }),
        ...(accept === undefined ? {} : { Accept: accept }),
        ...(type === undefined ? {} : { 'Content-Type': type }),
      },
      ...(body === undefined ? {} : { body }),
    });
  describe('line items', () => {
    const list = '/2/lineitems?type_id=1';
    const item = (id: string): string => `/2/lineitems/${id}/lineitem?type_id=1`;
    const sent = { scoreMaximum: 1, label: 'Badge', resourceId: 'cred-42-badge', tag: 'badge-column' };
    const create = (body: object, more: Record<string, string> = {}): Promise<Response> =>
      call(list, {
        method: 'POST',
        type: types.item,
        accept: types.item,
        body: JSON.stringify(body),
        ...more,
      });

    it('list, when read with the right Accept or none, then only the own column is listed', async () => {
      for (const accept of [types.container, '']) {
        const response = await call(list, accept ? { accept } : { accept: '' });
        const items = (await response.json()) as { id: string; label: string }[];
        expect(items.map(({ label }) => label)).to.deep.equal(['Claim your badge: Data Literacy']);
        expect(items[0]).to.include({ scoreMaximum: 100, resourceLinkId: '1', ltiLinkId: '1' });
      }
    });

    it('list, when Accept is anything or JSON, then 400 with the recorded reasons', async () => {
      expect((await call(list, { accept: '*/*' })).statusText).to.equal(
        'No context or unsupported content type',
      );
      const json = await call(list, { accept: 'application/json' });
      expect(json.statusText).to.equal('No handler found for /2/lineitems application/json');
    });

    it('list, when type_id is another tool, then 401; when it is left out, then 200', async () => {
      expect((await call('/2/lineitems?type_id=2', { accept: types.container })).status).to.equal(401);
      expect((await call('/2/lineitems', { accept: types.container })).status).to.equal(200);
    });

    it('list, when a limit is sent, then Link is escaped for HTML and has curly quotes', async () => {
      await create(sent);
      await create({ ...sent, label: 'Third' });
      const link = (await call(`${list}&limit=2`, { accept: types.container })).headers.get('link') ?? '';
      const at = `<${lms.url}/mod/lti/services.php/2/lineitems?type_id=1&amp;limit=2&amp;from=`;
      expect(Buffer.from(link, 'latin1').toString('utf8')).to.equal(
        `${at}0>; rel=“first”, ${at}0>; rel=“canonical”, ${at}2>; rel=“next”, ${at}2>; rel=“last”`,
      );
    });

    it('create, when right, then 201 echoes it with the id, and the list filters find it', async () => {
      const response = await create({ ...sent, startDateTime: '2026-11-01T00:00:00Z' });
      expect(response.status).to.equal(201);
      const url = `${lms.url}/mod/lti/services.php/2/lineitems/14/lineitem?type_id=1`;
      expect(await response.json()).to.deep.equal({
        ...sent,
        startDateTime: '2026-11-01T00:00:00Z',
        id: url,
      });
      for (const filter of ['tag=badge-column', 'resource_id=cred-42-badge']) {
        const found = await call(`${list}&${filter}`, { accept: types.container });
        expect(await found.json()).to.deep.equal([{ ...sent, id: url }]);
      }
      expect(await (await call(`${list}&tag=none`, { accept: types.container })).text()).to.equal('[]');
    });

    it('create, when incomplete, unreadable, wrongly typed, for an unknown link or with a reading token, then refused', async () => {
      expect((await create({ label: 'x' })).statusText).to.equal('No label or Score Maximum');
      expect((await call(list, { method: 'POST', type: types.item, body: '{' })).status).to.equal(400);
      const typed = await create(sent, { type: 'application/json' });
      expect(typed.statusText).to.equal('No handler found for /2/lineitems  application/json');
      expect((await create({ ...sent, resourceLinkId: '99' })).status).to.equal(403);
      const bearer = await tokenFor(
        lms,
        tool,
        'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly',
      );
      expect((await create(sent, { bearer })).status).to.equal(401);
    });

    it('second column, when bound to the link, then launches name no line item until it is deleted', async () => {
      const endpoint = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
      const named = async (): Promise<unknown> =>
        decodeJwt((await launch(lms, '6', '4'))['id_token'] ?? '')[endpoint];
      expect((await create({ ...sent, resourceLinkId: '1' })).status).to.equal(201);
      expect(await named()).to.not.have.property('lineitem');
      await call(item('14'), { method: 'DELETE' });
      expect(await named()).to.have.property('lineitem');
    });

    it('one item, when changed and deleted, then as recorded', async () => {
      await create(sent);
      const changed = { ...sent, label: 'Renamed', scoreMaximum: 10 };
      const put = await call(item('14'), { method: 'PUT', type: types.item, body: JSON.stringify(changed) });
      expect(await put.json()).to.deep.equal(changed);
      const read = await call(item('14'), { accept: '*/*' });
      expect(await read.json()).to.include({ label: 'Renamed', scoreMaximum: 10 });
      const deleted = await call(item('14'), { method: 'DELETE' });
      expect([deleted.status, deleted.statusText]).to.deep.equal([204, 'OK']);
      expect((await call(item('14'), { accept: types.item })).statusText).to.equal(
        "Not Found: Grade item 14 doesn't exist",
      );
    });
  });

  describe('scores and results', () => {
    const at = '2026-11-22T08:57:44.575Z';
    const usual = {
      userId: '6',
      scoreGiven: 100,
      scoreMaximum: 100,
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      timestamp: at,
      comment: 'Badge issued',
    };
    const post = (change: object = {}, { item = '6', type = types.score } = {}): Promise<Response> =>
      call(`/2/lineitems/${item}/lineitem/scores?type_id=1`, {
        method: 'POST',
        type,
        body: JSON.stringify({ ...usual, ...change }),
      });
    const results = async (query = ''): Promise<unknown> =>
      (await call(`/2/lineitems/6/lineitem/results?type_id=1${query}`, { accept: types.results })).json();
    const resultId = (user: string): string =>
      `${lms.url}/mod/lti/services.php/2/lineitems/6/lineitem/results?type_id=1&user_id=${user}`;

    it('score, when right, then 200 with an empty body, and the result is as recorded', async () => {
      const response = await post();
      expect(response.status).to.equal(200);
      expect(response.headers.get('content-type')).to.equal(`${types.score}; charset=utf-8`);
      expect(await response.text()).to.equal('');
      expect(await results('&user_id=6')).to.deep.equal([
        {
          id: resultId('6'),
          userId: '6',
          resultScore: 100,
          resultMaximum: 100,
          comment: 'Badge issued',
          scoreOf: `${lms.url}/mod/lti/services.php/2/lineitems/6/lineitem?type_id=1`,
          timestamp: '2026-11-22T08:57:44+00:00',
        },
      ]);
    });

    it('score, when above the maximum, then the maximum is stored', async () => {
      await post({ scoreGiven: 120 });
      expect(await results()).to.have.nested.property('[0].resultScore', 100);
    });

    it('score, when pending, not ready or without points, then the learner is listed without a score', async () => {
      await post({ userId: '7', gradingProgress: 'PendingManual', scoreGiven: undefined });
      await post({ userId: '8', scoreGiven: undefined });
      expect(await results()).to.deep.equal([
        { id: resultId('7'), userId: '7' },
        { id: resultId('8'), userId: '8' },
      ]);
    });

    it('score, when older than the last, then 409 and the reason in the reason phrase', async () => {
      await post();
      const refused = await post({ scoreGiven: 50, timestamp: '2026-11-22T07:57:44.608Z' });
      expect([refused.status, refused.statusText, await refused.text()]).to.deep.equal([
        409,
        'Refusing score with an earlier timestamp for item 6 and user 6',
        '[]',
      ]);
    });

    it('score, when for somebody else than a learner or without a time, then 400 echoes it in the reason phrase', async () => {
      for (const change of [{ userId: '9' }, { userId: '3' }, { userId: '9999' }, { timestamp: undefined }]) {
        const refused = await post(change);
        const body = JSON.stringify({ ...usual, ...change });
        expect([refused.status, refused.statusText]).to.deep.equal([400, `Incorrect score received${body}`]);
        expect(await refused.text()).to.equal('[]');
      }
    });

    it('score, when the refused comment is not ASCII or has line breaks, then the reason phrase carries its bytes', async () => {
      const body = JSON.stringify({ ...usual, userId: '9', comment: 'Ação ✓' }, null, 1);
      const path = '/2/lineitems/6/lineitem/scores?type_id=1';
      const refused = await call(path, { method: 'POST', type: types.score, body });
      expect(refused.status).to.equal(400);
      // fetch reads the reason phrase as UTF-8
      expect(refused.statusText).to.contain('{  "userId": "9"').and.contain('Ação ✓');
    });

    it('score, when of another tool, unknown or wrongly typed, then refused', async () => {
      expect((await post({}, { item: '9' })).statusText).to.equal('Invalid LTI id supplied.');
      expect((await post({}, { item: '999' })).status).to.equal(404);
      expect((await post({}, { type: 'application/json' })).status).to.equal(400);
    });

    it('override, when the teacher changed the grade, then a later score answers 200 and changes nothing', async () => {
      await post();
      lms.controls.setGrade({ courseId: '2', userId: '6', lineItemId: '6', score: 20, comment: 'Corrected' });
      const later = new Date(Date.now() + 5000).toISOString();
      expect((await post({ scoreGiven: 95, timestamp: later })).status).to.equal(200);
      expect(await results()).to.have.nested.property('[0].resultScore', 20);
    });

    it('results, when a limit is sent, then a 404 HTML page', async () => {
      const response = await call('/2/lineitems/6/lineitem/results?type_id=1&limit=1', {
        accept: types.results,
      });
      expect(response.status).to.equal(404);
      expect(await response.text()).to.contain('Call to a member function out() on null');
    });
  });
});
