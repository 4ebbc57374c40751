/** Rosters, line items, results and errors of a real Moodle, read by the code that reads them in life. */
import { expect } from 'chai';
import type { Course } from '../../src/domain/courses/course.js';
import type { LmsCourse, RosterMember } from '../../src/domain/courses/lms-course.js';
import { startLtijs } from '../../src/lti/ltijs/start-ltijs.js';
import { createLmsCourse } from '../../src/lti/services/create-lms-course.js';
import type { OutboundFetch } from '../../src/shared/outbound-fetch.js';
import { memoryLtijsRecords } from '../support/memory/memory-ltijs-records.js';
import { memoryPlatforms } from '../support/memory/memory-platforms.js';
import { thrownProblem } from '../support/thrown-problem.js';
import { startLti, type LtiHarness } from './support/lti-harness.js';
import {
  issuer,
  lineItemUrl,
  recordedCourse,
  recordedPlatform,
  replay,
  replayToken,
} from './support/recorded-moodle.js';

const course = recordedCourse();
const bindings = `${issuer}/mod/lti/services.php/CourseSection`;
const without: Course = { ...course, membershipsUrl: `${bindings}/2/bindings/2/memberships` };

const lmsOf = (fetch: OutboundFetch): LmsCourse =>
  createLmsCourse({
    platforms: memoryPlatforms(recordedPlatform()),
    fetch,
    clock: () => new Date(),
    serviceToken: async () => 'REDACTED',
    dropToken: async () => undefined,
  });
const recorded = (...names: string[]): LmsCourse => lmsOf(replay(names));
const subjects = (members: RosterMember[]): string[] => members.map(({ subject }) => subject).sort();

describe('recorded services of Moodle', () => {
  it('the roster of a course, read, has names, e-mails and short roles as they count here', async () => {
    const members = await recorded('course-members').roster(course);
    expect(subjects(members)).to.deep.equal(['3', '4', '6', '7', '8']);
    expect(members.find(({ subject }) => subject === '6')).to.deep.equal({
      subject: '6',
      name: 'Stu1 Learner1',
      email: 'student1@example.invalid',
      roles: { teaches: false, learns: true, administers: false },
      active: true,
    });
    expect(members.find(({ subject }) => subject === '3')?.roles).to.include({
      teaches: true,
      learns: false,
    });
    // why a launch is needed to know a tutor
    expect(members.find(({ subject }) => subject === '4')?.roles).to.include({
      teaches: false,
      learns: true,
    });
  });

  it('the roster of a big course, read, is whole', async () => {
    const big = { ...course, membershipsUrl: `${bindings}/3/bindings/1/memberships` };
    expect(await recorded('big-course').roster(big)).to.have.length(66);
  });

  it('a roster of three pages, read from an address with a query, is followed to its end', async () => {
    const paged = { ...course, membershipsUrl: `${course.membershipsUrl}?limit=2` };
    const members = await recorded('limit-2-page-1', 'limit-2-page-2', 'limit-2-page-3').roster(paged);
    expect(subjects(members)).to.deep.equal(['3', '4', '6', '7', '8']);
  });

  it('a roster without names, read, has people without names', async () => {
    const members = await recorded('privacy-never').roster(without);
    expect(subjects(members)).to.include.members(['3', '6']);
    for (const { name, email } of members) expect([name, email]).to.deep.equal([undefined, undefined]);
    const listed = await recorded('privacy-never-rlid').rosterOfLink(without, '6');
    expect(subjects(listed)).to.deep.equal(subjects(members));
  });

  const lists: [string, string, string[]][] = [
    ['rlid-unrestricted', '1', ['3', '4', '6', '7', '8']],
    ['rlid-restricted', '5', ['3', '4', '6']],
    ['rlid-hidden-activity', '1', ['3', '4', '6', '7', '8']],
    ['rlid-of-another-tool', '6', ['3', '4', '6', '7', '8']],
    ['suspended-enrolment-rlid', '1', ['3', '4', '6', '7']],
  ];
  for (const [name, linkId, listed] of lists) {
    it(`${name}, read, lists ${listed.join(', ')}`, async () => {
      expect(subjects(await recorded(name).rosterOfLink(course, linkId))).to.deep.equal(listed);
    });
  }

  it('a suspended enrolment is missing in the roster, a suspended account is still active in it', async () => {
    expect(subjects(await recorded('suspended-enrolment').roster(course))).to.not.include('8');
    const account = await recorded('suspended-account').roster(course);
    expect(account.find(({ subject }) => subject === '8')?.active).to.equal(true);
  });

  it('somebody with two roles, read, has the one that Moodle lists', async () => {
    const members = await recorded('two-roles').roster(course);
    expect(members.find(({ subject }) => subject === '7')?.roles).to.include({
      teaches: true,
      learns: false,
    });
    expect(members.find(({ subject }) => subject === '4')?.roles).to.include({
      teaches: false,
      learns: true,
    });
  });

  it('the line item of a link, told at launch, is read with its maximum', async () => {
    const told = recordedCourse({ links: [{ id: '1', title: '', lineItemUrl: lineItemUrl(6) }] });
    expect(await recorded('lineitem-get').lineItemOfLink(told, '1')).to.deep.equal({
      url: lineItemUrl(6),
      maximum: 100,
      label: 'Claim your badge 42',
    });
  });

  it('the line item of a link, not told at launch, is looked for', async () => {
    const found = await recorded('lineitems-filter-resource-link-id').lineItemOfLink(course, '2');
    expect(found).to.deep.equal({ url: lineItemUrl(7), maximum: 50, label: 'Claim your badge A' });
  });

  it('a line item that was taken away since the launch, asked for, is looked for again', async () => {
    const gone = recordedCourse({ links: [{ id: '2', title: '', lineItemUrl: lineItemUrl(999) }] });
    const lms = recorded('lineitem-get-unknown', 'lineitems-filter-resource-link-id');
    expect((await lms.lineItemOfLink(gone, '2'))?.url).to.equal(lineItemUrl(7));
  });

  it('a link with two columns, asked for, has the one that came with the activity', async () => {
    const fetch: OutboundFetch = (request) =>
      replay(['lineitems-after-create'])({ ...request, url: request.url.replace('&resource_link_id=2', '') });
    expect((await lmsOf(fetch).lineItemOfLink(course, '2'))?.url).to.equal(lineItemUrl(7));
  });

  it('a link without a column, asked for, has none', async () => {
    const fetch: OutboundFetch = (request) =>
      replay(['lineitems'])({ ...request, url: request.url.replace('&resource_link_id=4', '') });
    expect(await lmsOf(fetch).lineItemOfLink(course, '4')).to.equal(undefined);
  });

  it('the broken Link header of line items, read, leads to the next page and ends', async () => {
    const asked: string[] = [];
    const fetch: OutboundFetch = async (request) => {
      const url = request.url.replace('&resource_link_id=3', '');
      asked.push(url);
      return replay(['lineitems-limit-2', 'lineitems-limit-2-from-2'])({ ...request, url });
    };
    const paged = recordedCourse({ lineItemsUrl: `${course.lineItemsUrl}&limit=2` });
    expect((await lmsOf(fetch).lineItemOfLink(paged, '3'))?.url).to.equal(lineItemUrl(8));
    expect(asked).to.have.length(2);
  });

  it('results, read, have scores, comments and times, and people without a score', async () => {
    expect(await recorded('results-with-comments').results(course, lineItemUrl(6))).to.deep.equal([
      {
        subject: '6',
        score: 20,
        maximum: 100,
        comment: 'Corrected by the teacher',
        at: new Date('2026-11-22T08:57:45Z'),
      },
      { subject: '8', score: undefined, maximum: undefined, comment: undefined, at: undefined },
      {
        subject: '7',
        score: 60,
        maximum: 100,
        comment: 'Ação ✓ <b>badge</b>',
        at: new Date('2026-11-22T09:03:56Z'),
      },
    ]);
  });

  const states: [string, Record<string, number | undefined>][] = [
    ['results-empty', {}],
    ['results', { 6: 100 }],
    ['results-after-pending-manual', { 6: 100, 7: undefined }],
    ['results-after-override-and-score', { 6: 20 }],
  ];
  for (const [name, scores] of states) {
    it(`${name}, read, has the scores ${JSON.stringify(scores)} among them`, async () => {
      const results = await recorded(name).results(course, lineItemUrl(6));
      const read = Object.fromEntries(results.map(({ subject, score }) => [subject, score]));
      expect(read).to.deep.include(scores);
      if (name === 'results-empty') expect(results).to.deep.equal([]);
    });
  }

  it('a new line item of a link, made, is known by its address', async () => {
    const made = await recorded('lineitem-create-with-link').createLineItem(
      course,
      '2',
      'Badge A second column',
      1,
    );
    expect(made).to.equal(lineItemUrl(15));
  });

  const errors: [string, string, (lms: LmsCourse) => Promise<unknown>][] = [
    [
      'unknown-course',
      'lms-refused',
      (lms) => lms.roster({ ...course, membershipsUrl: `${bindings}/999/bindings/1/memberships` }),
    ],
    ['foreign-binding', 'lms-refused', (lms) => lms.roster(without)],
    ['token-without-scope', 'lms-refused', (lms) => lms.roster(course)],
    ['rlid-unknown', 'lms-refused', (lms) => lms.rosterOfLink(course, '99')],
    ['rlid-of-another-course', 'lms-error', (lms) => lms.rosterOfLink(course, '7')],
    ['lineitem-create-readonly-token', 'lms-refused', (lms) => lms.createLineItem(course, '2', 'x', 1)],
    ['lineitem-create-unknown-link', 'lms-refused', (lms) => lms.createLineItem(course, '99', 'x', 1)],
  ];
  for (const [name, code, ask] of errors) {
    it(`${name}, answered, is ${code} and tells nothing of the body`, async () => {
      const problem = await thrownProblem(() => ask(recorded(name)));
      expect([problem.code, problem.facts['lms']]).to.deep.equal([code, 'moodle']);
      expect(problem.detail).to.match(/^status \d{3}$/);
    });
  }

  it('results with a page size, which Moodle cannot do, would be refused, and are never asked for so', async () => {
    const sized = lineItemUrl(6).replace('?type_id=1', '?type_id=1&limit=1');
    const problem = await thrownProblem(() => recorded('results-limit-1').results(course, sized));
    expect([problem.code, problem.facts['status']]).to.deep.equal(['lms-refused', 404]);
  });
});

describe('recorded token endpoint of Moodle', () => {
  let acquis: LtiHarness;
  before(async () => {
    acquis = await startLti();
  });
  after(() => acquis.close());

  const askToken = async (name: string): Promise<string> => {
    const records = memoryLtijsRecords();
    for (const [key, record] of acquis.records.all) records.all.set(key, record);
    const platforms = memoryPlatforms(recordedPlatform());
    const { serviceToken } = await startLtijs({
      ...acquis.deps,
      platforms,
      records,
      fetch: replayToken(name),
    });
    return serviceToken(recordedPlatform(), [
      'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
    ]);
  };

  for (const name of ['ok-all-scopes', 'ok-nrps-only']) {
    it(`${name}, answered as text/html, gives the token`, async () => {
      expect(await askToken(name)).to.equal('REDACTED');
    });
  }

  const refused: [string, number][] = [
    ['unknown-client', 400],
    ['unknown-scope', 400],
    ['bad-signature', 400],
    ['unknown-kid', 400],
    ['jwks-unreachable', 404],
  ];
  for (const [name, status] of refused) {
    it(`${name}, answered, is lms-refused with the status alone`, async () => {
      const problem = await thrownProblem(() => askToken(name));
      expect([problem.code, problem.facts['status']]).to.deep.equal(['lms-refused', status]);
      expect(problem.detail).to.equal(`token: ${status}`);
    });
  }
});
