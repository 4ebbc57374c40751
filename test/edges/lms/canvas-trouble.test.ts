/** What may go wrong with a Canvas's REST API: each is one named problem, in time, and the token is told to its own site alone. */
import { expect } from 'chai';
import type { Failure } from '../../../src/demo-lms/lms.js';
import type { Course } from '../../../src/domain/courses/course.js';
import { canvasRecords } from '../../../src/domain/platforms/differences/canvas-records.js';
import type { OutboundFetch, OutboundRequest } from '../../../src/shared/outbound-fetch.js';
import { Problem } from '../../../src/shared/problem.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { courseNumber, startDemoCanvas, subjectOf, type DemoCanvas } from './demo-canvas.js';

const course = courseNumber('2');
const big = courseNumber('3');
const subject = subjectOf('6');
const { functions } = canvasRecords;

describe('trouble with the REST API of Canvas', () => {
  let canvas: DemoCanvas;
  before(async () => {
    canvas = await startDemoCanvas(120, 400);
  });
  beforeEach(async () => {
    canvas.lms.controls.setFailure({ kind: 'none' });
    canvas.forget();
    await canvas.tokens.keep('platform-1', { token: canvas.lms.webServiceToken, site: canvas.lms.url });
  });
  after(() => canvas.close());

  const failures: [Failure, string][] = [
    [{ kind: 'html' }, 'lms-answer-unreadable'],
    [{ kind: 'half-answer' }, 'lms-answer-unreadable'],
    [{ kind: 'server-error' }, 'lms-error'],
    [{ kind: 'too-many-requests', retryAfterSeconds: 0 }, 'lms-busy'],
    [{ kind: 'too-many-requests', retryAfterSeconds: 600 }, 'lms-busy'],
    [{ kind: 'throttled' }, 'lms-busy'],
    [{ kind: 'hang' }, 'lms-unreachable'],
    [{ kind: 'slow', milliseconds: 1_200 }, 'lms-unreachable'],
  ];
  for (const [failure, code] of failures)
    it(`a question, while the LMS fails by ${JSON.stringify(failure)}, is ${code} in time`, async () => {
      canvas.lms.controls.setFailure(failure);
      const began = Date.now();
      const problem = await thrownProblem(() => canvas.records.columns(course));
      expect(problem.code).to.equal(code);
      expect(problem.facts).to.include({ lms: 'canvas', function: functions.columns.name });
      expect(Date.now() - began).to.be.below(4_000);
    });

  it('a Canvas that is busy for a second and says so, asked, is asked again after that second', async () => {
    canvas.lms.controls.setFailure({ kind: 'too-many-requests', retryAfterSeconds: 1 });
    const began = Date.now();
    setTimeout(() => canvas.lms.controls.setFailure({ kind: 'none' }), 300);
    expect(await canvas.records.columns(course)).to.have.length(3);
    expect(Date.now() - began).to.be.within(900, 3_000);
  });

  it('a Canvas that was asked too much and tells no time, asked, is left alone for a second', async () => {
    canvas.lms.controls.setFailure({ kind: 'throttled' });
    const began = Date.now();
    setTimeout(() => canvas.lms.controls.setFailure({ kind: 'none' }), 300);
    expect(await canvas.records.columns(course)).to.have.length(3);
    expect(Date.now() - began).to.be.within(900, 3_000);
  });

  it('a class too large to look up in time, when it is asked about, then has more people in the answer the next time', async () => {
    const slowly = canvas.recordsOver(async (request) => {
      await new Promise((resolve) => setTimeout(resolve, request.url.includes('/users/') ? 150 : 0));
      return canvas.fetch(request);
    });
    const subjects = canvas.lms.controls.state.courses
      .flatMap(({ id, enrolments }) => (id === '3' ? enrolments : []))
      .flatMap(({ role, userId }) => (role === 'learner' ? [subjectOf(userId)] : []));
    const wanted = { subjects, columnIds: ['10'], total: false };
    const first = await slowly.grades(big, wanted);
    const second = await slowly.grades(big, wanted);
    expect(first.size).to.be.within(1, 119);
    expect(second.size).to.be.greaterThan(first.size);
  });

  it('a next page on another server, when it is named, then is not asked for, and half the list is none', async () => {
    canvas.lms.controls.setFailure({ kind: 'foreign-page' });
    const everybody = { subjects: [subjectOf('9'), subjectOf('10')], total: true };
    expect((await thrownProblem(() => canvas.records.grades(big, everybody))).code).to.equal(
      'lms-answer-unreadable',
    );
    expect(new Set(canvas.sent.map(({ url }) => new URL(url).origin))).to.deep.equal(
      new Set([canvas.lms.url]),
    );
  });

  it('a token that was revoked, when it is used, then is refused, and that is noted until another one works', async () => {
    const { token } = canvas.lms.controls.state.webServices ?? { token: '' };
    canvas.lms.controls.setWebServices({ token: '7~another' });
    expect((await thrownProblem(() => canvas.records.columns(course))).code).to.equal('lms-token-refused');
    expect((await canvas.tokens.refusal('platform-1'))?.reason).to.equal('lms-token-refused');
    canvas.lms.controls.setWebServices({ token });
    await canvas.records.columns(course);
    expect(await canvas.tokens.refusal('platform-1')).to.equal(undefined);
  });

  const rights: [string, 'functions' | 'capabilities', string, string][] = [
    ['a scope', 'functions', functions.columns.name, 'lms-function-missing'],
    ['a permission', 'capabilities', 'Course Content - view', 'lms-capability-missing'],
  ];
  for (const [what, kind, name, code] of rights)
    it(`${what}, when it is missing, then is ${code}, and no refusal of the token`, async () => {
      const has = canvas.lms.controls.state.webServices?.[kind] ?? [];
      canvas.lms.controls.setWebServices({ [kind]: has.filter((one) => one !== name) });
      const problem = await thrownProblem(() => canvas.records.columns(course));
      canvas.lms.controls.setWebServices({ [kind]: has });
      expect(problem.code).to.equal(code);
      expect(await canvas.tokens.refusal('platform-1')).to.equal(undefined);
    });

  it('grades, when the right to see them is missing, then are trouble or left out, never nothing', async () => {
    const has = canvas.lms.controls.state.webServices?.capabilities ?? [];
    canvas.lms.controls.setWebServices({ capabilities: has.filter((one) => !one.startsWith('Grades')) });
    const wanted = { subjects: [subject], columnIds: ['2'], total: false };
    const problem = await thrownProblem(() => canvas.records.grades(course, wanted));
    const totals = await canvas.records.grades(course, { subjects: [subject], columnIds: [], total: true });
    canvas.lms.controls.setWebServices({ capabilities: has });
    expect(problem.code).to.equal('lms-capability-missing');
    expect(totals.get(subject)).to.deep.equal([]);
  });

  it('a course that Canvas does not show, when anybody in it is asked about, then is refused', async () => {
    const gone: Course = { ...course, contextId: 'f'.repeat(40) };
    for (const ask of [
      () => canvas.records.grades(gone, { subjects: [subjectOf('75')], total: true }),
      () => canvas.records.completion(gone, subjectOf('75')),
      () => canvas.records.columns(gone),
    ])
      expect((await thrownProblem(ask)).code).to.equal('lms-refused');
  });

  const answering = (body: string, status = 200, headers: Record<string, string> = {}): OutboundFetch => {
    return async ({ url }) => ({ status, headers, body: Buffer.from(body), url });
  };
  const others: [string, OutboundFetch, string][] = [
    ['JSON of another shape', answering('{"assignments":[]}'), 'lms-answer-unreadable'],
    ['401 without a word', answering('', 401), 'lms-capability-missing'],
    [
      '401 that names how to sign in',
      answering('', 401, { 'www-authenticate': 'Bearer' }),
      'lms-token-refused',
    ],
    ['403 with a page of a proxy', answering('<h1>Forbidden</h1>', 403), 'lms-refused'],
    ['a list that leads back to itself', goingRound(), 'lms-answer-unreadable'],
    ['brackets in brackets', answering('['.repeat(100_000)), 'lms-answer-unreadable'],
    ['an answer too large', failing('fetch-failed', 'too-large'), 'lms-answer-unreadable'],
    ['a connection that breaks', failing('fetch-failed', 'connection'), 'lms-unreachable'],
    ['a private address', failing('address-refused', 'private-address'), 'lms-unreachable'],
  ];
  for (const [what, fetch, code] of others)
    it(`${what}, when it is the answer, then is ${code}`, async () => {
      expect((await thrownProblem(() => canvas.recordsOver(fetch).columns(course))).code).to.equal(code);
    });

  it('the token, when a question is sent, then stands in a header, to the site it was entered for', async () => {
    const seen: OutboundRequest[] = [];
    const records = canvas.recordsOver(async (request) => {
      seen.push(request);
      return { status: 500, headers: {}, body: Buffer.alloc(0), url: request.url };
    });
    await canvas.tokens.keep('platform-1', { token: '7~secret', site: 'http://school.example.org' });
    const problem = await thrownProblem(() => records.columns(course));
    expect(seen.map(({ url }) => new URL(url).origin)).to.deep.equal(['http://school.example.org']);
    expect(seen[0]?.headers?.['Authorization']).to.equal('Bearer 7~secret');
    expect(JSON.stringify([seen[0]?.url, problem.message, problem.facts])).not.to.contain('secret');
  });

  it('a token without its site, when a question comes, then goes nowhere', async () => {
    await canvas.tokens.keep('platform-1', { token: '7~secret' });
    expect((await thrownProblem(() => canvas.records.columns(course))).code).to.equal('lms-token-missing');
    expect(canvas.sent).to.deep.equal([]);
  });

  it('twenty questions at once, when they are of one Canvas, then at most four are under way', async () => {
    let [running, most] = [0, 0];
    const records = canvas.recordsOver(async ({ url }) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return { status: 200, headers: {}, body: Buffer.from('[]'), url };
    });
    await Promise.all(Array.from({ length: 20 }, () => records.columns(course)));
    expect(most).to.equal(4);
  });
});

function goingRound(): OutboundFetch {
  return async ({ url }) => {
    const headers = { link: `<${url}>; rel="next"` };
    return { status: 200, headers, body: Buffer.from('[]'), url };
  };
}

function failing(code: 'fetch-failed' | 'address-refused', reason: string): OutboundFetch {
  return async () => {
    throw new Problem(code, { facts: { reason } });
  };
}
