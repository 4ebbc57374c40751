import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startDemoLms, type DemoLms, type DemoLmsOptions } from '../../src/demo-lms/demo-lms.js';
import { askToken, launch, startStandInTool, tokenFor, type StandInTool } from './stand-in-tool.js';

describe('demo LMS: pages, faults and memory', () => {
  let lms: DemoLms;
  let tool: StandInTool;
  const options = (more: Partial<DemoLmsOptions> = {}): DemoLmsOptions => ({
    kind: 'moodle',
    host: '127.0.0.1',
    port: 0,
    tool: tool.addresses,
    ...more,
  });
  before(async () => {
    tool = await startStandInTool();
  });
  beforeEach(async () => {
    lms = await startDemoLms(options());
  });
  afterEach(() => lms.close());
  after(() => tool.close());

  const send = (userId: string, path: string, form?: Record<string, string>): Promise<Response> =>
    fetch(lms.url + path, {
      method: form ? 'POST' : 'GET',
      headers: { Cookie: lms.controls.sessionCookie(userId) },
      redirect: 'manual',
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
  const scoreOf = (userId: string, column = '2'): number | undefined =>
    lms.controls.state.grades.find((grade) => grade.userId === userId && grade.lineItemId === column)?.score;

  describe('teachers', () => {
    it('gradebook, when a teacher changes cells, then only those change; a column of the tool is overridden', async () => {
      const form = { 'grade-2-6': '78.5', 'grade-2-7': '55,5', 'grade-2-75': '', 'grade-6-6': '90' };
      const page = await (await send('3', '/courses/2/grades', form)).text();
      expect(page).to.contain('3 grades changed.');
      expect([scoreOf('6'), scoreOf('7'), scoreOf('75'), scoreOf('6', '6')]).to.deep.equal([
        78.5,
        55.5,
        undefined,
        90,
      ]);
      expect(lms.controls.state.grades.find(({ lineItemId }) => lineItemId === '6')).to.include({
        isOverridden: true,
      });
    });

    it('gradebook, when a value is no grade, of a stranger or of another tool, then it is not saved', async () => {
      const form = {
        'grade-2-7': 'many',
        'grade-2-6': '101',
        'grade-2-9999': '1',
        'grade-9-6': '1',
        other: '1',
      };
      const page = await (await send('3', '/courses/2/grades', form)).text();
      expect(page).to.contain('0 grades changed. Not a grade of this column: many, 101.');
    });

    it('gradebook, when a column is on a scale, then its levels are named, and only they are grades', async () => {
      const form = { 'grade-4-6': '0', 'grade-4-7': '2,5', 'grade-4-8': '4', 'grade-4-75': '3' };
      const page = await (await send('3', '/courses/2/grades', form)).text();
      expect(page).to.contain('1 grade changed. Not a grade of this column: 0, 2,5, 4.');
      expect(page).to.contain('1 Not yet, 2 Partly, 3 Mastered');
      expect(scoreOf('75', '4')).to.equal(3);
    });

    it('gradebook, when a learner or a stranger asks, then refused', async () => {
      expect((await send('6', '/courses/2/grades')).status).to.equal(403);
      expect((await fetch(`${lms.url}/courses/2/grades`)).status).to.equal(403);
      expect((await send('6', '/courses/2/grades', { 'grade-2-6': '100' })).status).to.equal(403);
    });

    it('participants, when a teacher takes somebody out and back in, then the course is as told, and the grade stays', async () => {
      const isIn = (userId: string): boolean =>
        lms.controls.state.courses.some(
          ({ id, enrolments }) => id === '2' && enrolments.some((one) => one.userId === userId),
        );
      expect(await (await send('3', '/courses/2/people')).text()).to.contain('Unenrol Stu1 Learner1');
      await send('3', '/courses/2/people', { user: '6', enrolled: 'no' });
      expect(isIn('6')).to.equal(false);
      expect(await (await send('3', '/courses/2/people')).text()).not.to.contain('Stu1');
      expect(scoreOf('6')).to.equal(78.5);
      await send('3', '/courses/2/people', { user: '6' });
      expect(isIn('6')).to.equal(true);
      await send('3', '/courses/2/people', { user: 'nobody' });
      for (const other of ['7', '4']) {
        expect((await send(other, '/courses/2/people')).status).to.equal(403);
        expect((await send(other, '/courses/2/people', { user: '6', enrolled: 'no' })).status).to.equal(403);
      }
      expect(isIn('6')).to.equal(true);
    });

    it('activity, when the teacher restricts or hides it, then so; when a learner tries, then not', async () => {
      await send('3', '/activities/4/restriction', { restricted: 'yes' });
      await send('3', '/activities/4/visibility', { hidden: 'yes' });
      await send('6', '/activities/8/restriction', { restricted: 'no' });
      await send('4', '/activities/8/visibility', { hidden: 'yes' });
      const activities = lms.controls.state.courses.flatMap((course) => course.activities);
      expect(activities.find(({ id }) => id === '4')).to.include({ isRestricted: true, isHidden: true });
      expect(activities.find(({ id }) => id === '8')).to.include({ isRestricted: true, isHidden: false });
    });

    it('course, when somebody is not in it, or it does not exist, then 404; when nobody is logged in, then home', async () => {
      expect((await send('75', '/courses/4')).status).to.equal(404);
      expect((await send('3', '/courses/999')).status).to.equal(404);
      const stranger = await fetch(`${lms.url}/courses/2`, { redirect: 'manual' });
      expect([stranger.status, stranger.headers.get('location')]).to.deep.equal([303, '/']);
    });
  });

  describe('administrator', () => {
    it('tool settings, when not the administrator asks, then 403', async () => {
      for (const path of ['/tool', '/faults']) expect((await send('3', path)).status).to.equal(403);
    });

    it('tool settings, when saved, then the next launch goes there; when an address is none, then not saved', async () => {
      const form = {
        loginUrl: 'http://localhost:9/login',
        launchUrl: 'http://localhost:9/launch',
        keySetUrl: 'http://localhost:9/keys',
        sharesNames: 'always',
        sharesEmail: 'never',
      };
      expect((await send('2', '/tool', { ...form, loginUrl: 'javascript:1' })).status).to.equal(400);
      expect(lms.controls.state.tool.loginUrl).to.equal(tool.addresses.loginUrl);
      await send('2', '/tool', form);
      expect(lms.controls.state.tool).to.include({ loginUrl: form.loginUrl, sharesEmail: false });
    });

    it('tool settings, when shown, then the addresses and ids to copy are there', async () => {
      const page = await (await send('2', '/tool')).text();
      const { issuer, clientId, authorizationEndpoint, tokenEndpoint, keySetUrl } = lms.registration;
      for (const fact of [issuer, clientId, authorizationEndpoint, tokenEndpoint, keySetUrl])
        expect(page).to.contain(`>${fact}</dd>`);
    });

    it('faults, when switched on in the page, then services fail and the clock is off', async () => {
      await send('2', '/faults', { failure: 'too-many-requests', amount: '7', clockSkewSeconds: '0' });
      const response = await askToken(lms, await tool.assertion(lms));
      expect([response.status, response.headers.get('retry-after')]).to.deep.equal([429, '7']);
      await send('2', '/faults', { failure: 'none', amount: '', clockSkewSeconds: '-600' });
      expect((await askToken(lms, await tool.assertion(lms))).status).to.equal(400);
    });

    it('keys, when rotated in the page, then another key signs', async () => {
      const kid = lms.controls.state.keys[0]?.kid;
      await send('2', '/keys/rotate', {});
      expect(lms.controls.state.keys[0]?.kid).to.not.equal(kid);
    });
  });

  describe('faults', () => {
    const roster = async (signal?: AbortSignal): Promise<Response> => {
      const bearer = await tokenFor(lms, tool);
      return fetchRoster(bearer, signal);
    };
    const fetchRoster = (bearer: string, signal?: AbortSignal): Promise<Response> =>
      fetch(`${lms.url}/mod/lti/services.php/CourseSection/2/bindings/1/memberships`, {
        headers: { Authorization: `Bearer ${bearer}` },
        ...(signal ? { signal } : {}),
      });

    it('fault, when 500, HTML or slow, then as named; launches go on', async () => {
      const bearer = await tokenFor(lms, tool);
      lms.controls.setFailure({ kind: 'server-error' });
      expect((await fetchRoster(bearer)).status).to.equal(500);
      lms.controls.setFailure({ kind: 'html' });
      const page = await fetchRoster(bearer);
      expect([page.status, page.headers.get('content-type')]).to.deep.equal([
        200,
        'text/html; charset=utf-8',
      ]);
      expect(await launch(lms, '6', '4')).to.have.property('id_token');
      lms.controls.setFailure({ kind: 'slow', milliseconds: 150 });
      const begun = Date.now();
      expect((await fetchRoster(bearer)).status).to.equal(200);
      expect(Date.now() - begun).to.be.at.least(149);
    });

    it('fault, when it hangs, then there is no answer, and the LMS can still be closed', async () => {
      const bearer = await tokenFor(lms, tool);
      lms.controls.setFailure({ kind: 'hang' });
      const outcome = await fetchRoster(bearer, AbortSignal.timeout(200)).catch((error: Error) => error.name);
      expect(outcome).to.equal('TimeoutError');
    });

    it('fault, when the key set is gone, then 404 for it alone', async () => {
      lms.controls.setFailure({ kind: 'key-set-gone' });
      expect((await fetch(lms.registration.keySetUrl)).status).to.equal(404);
      expect((await roster()).status).to.equal(200);
    });
  });

  describe('memory', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'demo-lms-'));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    it('restart, when there is a state file, then keys, client id and grades are the same', async () => {
      const stateFile = join(folder, 'deep', 'moodle.json');
      const first = await startDemoLms(options({ stateFile }));
      first.controls.setGrade({ courseId: '2', userId: '7', score: 99 });
      const { registration } = first;
      const [key] = first.controls.state.keys;
      await first.close();
      expect((await stat(stateFile)).mode & 0o077).to.equal(0);
      const second = await startDemoLms(options({ stateFile }));
      try {
        expect(second.registration.clientId).to.equal(registration.clientId);
        expect(second.controls.state.keys[0]?.kid).to.equal(key?.kid);
        expect(second.controls.state.grades).to.deep.include.members([
          second.controls.state.grades.find(({ userId, score }) => userId === '7' && score === 99),
        ]);
      } finally {
        await second.close();
      }
    });

    it('start, when the file holds something else or another LMS, then refused and nothing overwritten', async () => {
      const stateFile = join(folder, 'state.json');
      await writeFile(stateFile, '{"mine": true}');
      const message = await startDemoLms(options({ stateFile })).then(
        () => 'started',
        (error: Error) => error.name,
      );
      expect(message).to.equal('ZodError');
      expect(await readFile(stateFile, 'utf8')).to.equal('{"mine": true}');
    });

    it('start, when the port is taken, then EADDRINUSE', async () => {
      const port = Number(new URL(lms.url).port);
      const code = await startDemoLms(options({ port })).then(
        () => 'started',
        (error: NodeJS.ErrnoException) => error.code,
      );
      expect(code).to.equal('EADDRINUSE');
    });

    it('big course, when 5,000 learners are asked for, then the roster has them all in good time', async () => {
      const big = await startDemoLms(options({ bigLearners: 5000 }));
      try {
        const bearer = await tokenFor(big, tool);
        const response = await fetch(
          `${big.url}/mod/lti/services.php/CourseSection/3/bindings/1/memberships`,
          {
            headers: { Authorization: `Bearer ${bearer}` },
          },
        );
        const { members } = (await response.json()) as { members: { user_id: string }[] };
        expect(new Set(members.map(({ user_id: id }) => id)).size).to.equal(5001);
      } finally {
        await big.close();
      }
    });
  });
});
