/** The services as LMSs at their worst answer them, without a network: what is asked, and what is made of the answer. */
import { expect } from 'chai';
import type { Course } from '../../../src/domain/courses/course.js';
import type { LmsCourse } from '../../../src/domain/courses/lms-course.js';
import type { Platform } from '../../../src/domain/platforms/platform.js';
import { Problem, type ProblemCode } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { scripted, type Answer } from '../support/scripted-services.js';

const lmsOrigin = 'https://moodle.example.org';
const gradeScopes = ['lineitem', 'lineitem.readonly', 'result.readonly', 'score'].map(
  (scope) => `https://purl.imsglobal.org/spec/lti-ags/scope/${scope}`,
);
const course = aCourse({ gradeScopes });
const item = `${lmsOrigin}/lineitems/1`;

const page = (members: unknown[], next?: string): Answer => ({
  json: { id: 'x', members },
  ...(next === undefined ? {} : { headers: { link: `<${next}>; rel="next"` } }),
});

describe('services of an LMS', () => {
  it('a roster, asked for, is asked with the exact type, a token, a time-out, a size and repetition', async () => {
    const lms = scripted([page([])]);
    await lms.roster(course);
    const [request] = lms.asked;
    expect(request).to.deep.include({
      url: course.membershipsUrl,
      method: 'GET',
      retries: 2,
      timeoutMs: 15_000,
      maxBytes: 8_000_000,
      headers: {
        Authorization: 'Bearer token-0',
        Accept: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
      },
    });
    expect(request?.deadline).to.be.closeTo(Date.now() + 60_000, 5_000);
  });

  it('a list for a link, asked for at an address with a query, keeps the query', async () => {
    const lms = scripted([page([])]);
    await lms.rosterOfLink({ ...course, membershipsUrl: `${lmsOrigin}/m?tenant=42` }, 'link 1');
    expect(lms.asked[0]?.url).to.equal(`${lmsOrigin}/m?tenant=42&rlid=link+1`);
  });

  it('members as different LMSs write them, read, are people with roles', async () => {
    const uri = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
    const lms = scripted([
      page([
        { user_id: 'a', roles: ['Learner'] },
        { user_id: 7, status: 'Active', roles: [`${uri}Learner`], name: null, email: '' },
        { user_id: 'c', status: 'Inactive', roles: [`${uri}Learner`] },
        { user_id: 'd', status: 'Deleted', roles: ['Learner'] },
        { user_id: 'e', status: null, roles: [`${uri}Instructor`], given_name: 'Eve', family_name: 'Teach' },
        { user_id: 'f' },
        { user_id: 'g', status: 7, roles: 'Learner', email: 'not an address' },
        { roles: ['Learner'], name: 'Nobody' },
        null,
      ]),
    ]);
    const read = (await lms.roster(course)).map(({ subject, name, email, active, roles }) => {
      const letters = `${roles.teaches ? 'T' : ''}${roles.learns ? 'L' : ''}`;
      return `${subject} ${name ?? '-'} ${email ?? '-'} ${active ? 'active' : 'not'} ${letters}`;
    });
    expect(read).to.deep.equal([
      'a - - active L',
      '7 - - active L',
      'c - - not L',
      'd - - not L',
      'e Eve Teach - active T',
      'f - - active ',
      'g - - not ',
    ]);
  });

  it('somebody who is on two pages, with two roles, read, is one person with both; an inactive entry adds none', async () => {
    const first = page(
      [
        { user_id: 'a', roles: ['Learner'], name: 'Ada' },
        { user_id: 'b', roles: ['Learner'] },
      ],
      `${lmsOrigin}/memberships?page=2`,
    );
    const second = page([
      { user_id: 'a', roles: ['Instructor'] },
      { user_id: 'b', roles: ['Instructor'], status: 'Inactive' },
    ]);
    const [ada, bea, ...others] = await scripted([first, second]).roster(course);
    expect(others).to.deep.equal([]);
    expect(ada).to.deep.include({ subject: 'a', name: 'Ada', active: true });
    expect(ada?.roles).to.include({ teaches: true, learns: true });
    expect(bea?.roles).to.include({ teaches: false, learns: true });
  });

  it('M7 a next page on another server, told, gets neither a request nor the token', async () => {
    const lms = scripted([page([], 'https://evil.example/memberships?page=2')]);
    const problem = await thrownProblem(() => lms.roster(course));
    expect([problem.code, problem.facts['lms']]).to.deep.equal(['lms-answer-unreadable', 'moodle']);
    expect(lms.asked).to.have.length(1);
  });

  it('M7 a line item on another server, listed or made, gets neither a request nor the token', async () => {
    const foreign = 'https://evil.example/lineitems/1';
    const lms = scripted([{ json: { id: foreign, label: 'x', scoreMaximum: 1 } }]);
    expect((await thrownProblem(() => lms.results(course, foreign))).code).to.equal('lms-answer-unreadable');
    expect(lms.asked).to.have.length(0);
    const score = { subject: 'a', comment: '' };
    const given = await thrownProblem(() => lms.giveScore(course, foreign, score));
    expect(given.code).to.equal('lms-answer-unreadable');
    expect(lms.asked).to.have.length(0);
    const made = await thrownProblem(() => lms.createLineItem(course, 'link-1', 'x', 1));
    expect(made.code).to.equal('lms-answer-unreadable');
  });

  it('M7 a service address without https of an LMS with https, told at launch, gets no token', async () => {
    const lms = scripted([page([])]);
    const plain = { ...course, membershipsUrl: 'http://moodle.example.org/memberships' };
    expect((await thrownProblem(() => lms.roster(plain))).code).to.equal('lms-refused');
    expect(lms.asked).to.have.length(0);
  });

  it('pages that go round in a circle, or never end, read, are given up', async () => {
    const circle = scripted([page([], course.membershipsUrl)]);
    expect((await thrownProblem(() => circle.roster(course))).code).to.equal('lms-answer-unreadable');
    expect(circle.asked).to.have.length(1);
    const pages = Array.from({ length: 600 }, (_, index) => page([], `${lmsOrigin}/m?page=${index}`));
    const endless = scripted(pages);
    expect((await thrownProblem(() => endless.roster(course))).code).to.equal('lms-answer-unreadable');
    expect(endless.asked).to.have.length(500);
  });

  it('a token the LMS does not take, is dropped once and asked for anew; a second refusal is final', async () => {
    const once = scripted([{ status: 401 }, page([])]);
    expect(await once.roster(course)).to.deep.equal([]);
    expect(once.asked.map(({ headers }) => headers?.['Authorization'])).to.deep.equal([
      'Bearer token-0',
      'Bearer token-1',
    ]);
    const always = scripted([{ status: 401 }]);
    expect((await thrownProblem(() => always.roster(course))).code).to.equal('lms-refused');
    expect([always.asked.length, always.dropped]).to.deep.equal([2, 1]);
  });

  const answers: [string, Answer | Problem, ProblemCode][] = [
    ['400', { status: 400, text: '[]' }, 'lms-refused'],
    ['403', { status: 403 }, 'lms-refused'],
    ['404 with an HTML page', { status: 404, text: '<!DOCTYPE html>' }, 'lms-refused'],
    ['403 that means too many', { status: 403, text: '403 Forbidden (Rate Limit Exceeded)' }, 'lms-busy'],
    ['429', { status: 429 }, 'lms-busy'],
    ['500', { status: 500 }, 'lms-error'],
    ['503', { status: 503 }, 'lms-error'],
    ['304', { status: 304, text: '' }, 'lms-answer-unreadable'],
    ['200 with an HTML page', { text: '<h1>Maintenance</h1>' }, 'lms-answer-unreadable'],
    ['200 with nothing', { text: '' }, 'lms-answer-unreadable'],
    ['200 with a list instead', { json: [] }, 'lms-answer-unreadable'],
    ['200 with null', { json: null }, 'lms-answer-unreadable'],
    ['no answer in time', new Problem('fetch-failed', { facts: { reason: 'timeout' } }), 'lms-unreachable'],
    ['no connection', new Problem('fetch-failed', { facts: { reason: 'connection' } }), 'lms-unreachable'],
    ['too much', new Problem('fetch-failed', { facts: { reason: 'too-large' } }), 'lms-answer-unreadable'],
    [
      'a private address',
      new Problem('address-refused', { facts: { reason: 'private-address' } }),
      'lms-unreachable',
    ],
  ];
  for (const [what, answer, code] of answers) {
    it(`${what}, answered to a roster, is ${code} and tells nothing of the body`, async () => {
      const problem = await thrownProblem(() => scripted([answer]).roster(course));
      expect([problem.code, problem.facts['lms']]).to.deep.equal([code, 'moodle']);
      expect(problem.detail).to.not.match(/html|Maintenance|Forbidden/i);
    });
  }

  const canvas: Partial<Platform> = { family: 'canvas' };
  it('grade services, asked of Moodle, are never asked for a page size; of others for a hundred', async () => {
    const list = { json: [] };
    const [moodle, other] = [scripted([list]), scripted([list], canvas)];
    for (const lms of [moodle, other]) {
      await lms.lineItemOfLink(course, 'link-1');
      await lms.results(course, item);
    }
    expect(moodle.asked.map(({ url }) => url)).to.deep.equal([
      `${lmsOrigin}/lineitems?resource_link_id=link-1`,
      `${item}/results`,
    ]);
    expect(other.asked.map(({ url }) => url)).to.deep.equal([
      `${lmsOrigin}/lineitems?resource_link_id=link-1&limit=100`,
      `${item}/results?limit=100`,
    ]);
  });

  it('line items of other links, listed although one link was asked for, are passed over, and so is what is none', async () => {
    const other = {
      id: `${lmsOrigin}/lineitems/9`,
      label: 'Other',
      scoreMaximum: 5,
      resourceLinkId: 'link-9',
    };
    const own = { id: item, label: null, scoreMaximum: '20', resourceLinkId: 'link-1' };
    const lms = scripted([{ json: [{ label: 'no id' }, other, own] }]);
    expect(await lms.lineItemOfLink(course, 'link-1')).to.deep.equal({ url: item, maximum: 20, label: '' });
  });

  it('results as different LMSs write them, read, have a score only where there is one', async () => {
    const lms = scripted([
      {
        json: [
          { userId: 'a', resultScore: 0, resultMaximum: 10 },
          { userId: 7, resultScore: '8.5', resultMaximum: 10, timestamp: 'yesterday' },
          { userId: 'c', resultScore: null, comment: null },
          { userId: 'd', resultScore: 3 },
          { resultScore: 10, resultMaximum: 10 },
        ],
      },
    ]);
    const read = (await lms.results(course, item)).map(
      ({ subject, score, maximum, at }) =>
        `${subject} ${score ?? '-'} of ${maximum ?? '-'} ${at ? 'at' : ''}`,
    );
    expect(read).to.deep.equal(['a 0 of 10 ', '7 8.5 of 10 ', 'c - of - ', 'd 3 of - ']);
  });

  it('a line item, made, says its link, label and maximum; put off once, it is sent once more; after a 500 it is not', async () => {
    const made: Answer = { status: 201, json: { id: item } };
    const lms = scripted([{ status: 429, headers: { 'retry-after': '0' } }, made]);
    expect(await lms.createLineItem(course, 'link-1', 'Badge', 100)).to.equal(item);
    expect(lms.asked).to.have.length(2);
    expect(lms.asked[1]).to.deep.include({
      method: 'POST',
      url: course.lineItemsUrl,
      body: '{"label":"Badge","scoreMaximum":100,"resourceLinkId":"link-1"}',
    });
    expect(lms.asked[1]?.headers).to.include({
      'Content-Type': 'application/vnd.ims.lis.v2.lineitem+json',
      Accept: 'application/vnd.ims.lis.v2.lineitem+json',
    });
    const broken = scripted([{ status: 500 }, made]);
    const problem = await thrownProblem(() => broken.createLineItem(course, 'link-1', 'Badge', 100));
    expect([problem.code, broken.asked.length]).to.deep.equal(['lms-error', 1]);
  });

  const missing: [string, Partial<Course>, (lms: LmsCourse, one: Course) => Promise<unknown>][] = [
    ['no roster', { membershipsUrl: undefined }, (lms, one) => lms.roster(one)],
    ['no line items', { lineItemsUrl: undefined }, (lms, one) => lms.lineItemOfLink(one, 'link-1')],
    ['no scope for line items', { gradeScopes: [] }, (lms, one) => lms.lineItemOfLink(one, 'link-1')],
    ['no scope for results', { gradeScopes: gradeScopes.slice(0, 2) }, (lms, one) => lms.results(one, item)],
    [
      'a scope to read alone',
      { gradeScopes: gradeScopes.slice(1, 2) },
      (lms, one) => lms.createLineItem(one, 'l', 'x', 1),
    ],
  ];
  for (const [what, change, ask] of missing) {
    it(`an LMS that offers ${what}, asked for it, is lms-service-missing without a request`, async () => {
      const lms = scripted([{ json: [] }]);
      const problem = await thrownProblem(() => ask(lms, { ...course, ...change }));
      expect([problem.code, problem.facts['lms'], lms.asked.length]).to.deep.equal([
        'lms-service-missing',
        'moodle',
        0,
      ]);
    });
  }

  it('an LMS that is suspended or gone, asked, is refused without a request', async () => {
    const suspended = scripted([page([])], { state: 'suspended' });
    const gone = scripted([page([])], { id: 'another' });
    for (const lms of [suspended, gone]) {
      expect((await thrownProblem(() => lms.roster(course))).code).to.equal('lms-refused');
      expect(lms.asked).to.have.length(0);
    }
  });
});
