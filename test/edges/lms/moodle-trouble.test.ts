/** What may go wrong with a Moodle's web services: each is one named problem, and the token is told to Moodle alone. */
import { expect } from 'chai';
import type { OutboundFetch, OutboundRequest } from '../../../src/shared/outbound-fetch.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { computedSince } from '../../support/computed-since.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { answering, oneToken, recordedMoodle, recordsOver, wwwroot } from './recorded-web-services.js';

const course = aCourse();
const body = (text: string, status = 200): OutboundFetch => {
  return async ({ url }) => ({ status, headers: {}, body: Buffer.from(text), url });
};

describe('trouble with the web services of Moodle', () => {
  const recorded: [string, string][] = [
    ['error-invalidtoken', 'lms-token-refused'],
    ['error-function-not-in-service', 'lms-function-missing'],
    ['error-unknown-function', 'lms-function-missing'],
    ['error-nopermissions', 'lms-capability-missing'],
    ['error-nopermissions-grades', 'lms-capability-missing'],
    ['error-requireloginerror', 'lms-capability-missing'],
    ['error-webservices-disabled', 'lms-services-off'],
    ['error-unknown-course', 'lms-refused'],
    ['error-unknown-user', 'lms-refused'],
    ['error-with-debug', 'lms-refused'],
  ];
  for (const [name, code] of recorded)
    it(`the recorded ${name}, when it is the answer, then is ${code}, without what Moodle wrote beside it`, async () => {
      const problem = await thrownProblem(() => recordsOver(answering(name)).columns(course));
      expect(problem.code).to.equal(code);
      expect(problem.facts).to.include({ lms: 'moodle', function: 'core_grades_get_gradeitems' });
      expect(problem.message).not.to.match(/Sorry|Invalid external|abc/);
    });

  const others: [string, OutboundFetch, string][] = [
    ['a page of HTML', body('<!DOCTYPE html><h1>Maintenance</h1>'), 'lms-answer-unreadable'],
    ['JSON of another shape', body('{"gradeItems":"none"}'), 'lms-answer-unreadable'],
    ['a page that moved', body('', 303), 'lms-answer-unreadable'],
    ['429', body('', 429), 'lms-busy'],
    ['500', body('{"exception":"x"}', 500), 'lms-error'],
    ['403 with a page', body('Forbidden', 403), 'lms-refused'],
    [
      'a user that is suspended',
      body(
        '{"exception":"moodle_exception","errorcode":"wsaccessusersuspended","message":"Refused for user"}',
      ),
      'lms-token-refused',
    ],
    [
      'an error with a name that is none',
      body('{"exception":"x","errorcode":"a b\\nc","message":""}'),
      'lms-refused',
    ],
  ];
  for (const [what, fetch, code] of others)
    it(`${what}, when it is the answer, then is ${code}`, async () => {
      const problem = await thrownProblem(() => recordsOver(fetch).columns(course));
      expect(problem.code).to.equal(code);
    });

  it('an error named as something that every object has, when it is the answer, then is a refusal like every other', async () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const records = recordsOver(body(`{"exception":"x","errorcode":"${name}","message":""}`));
      expect((await thrownProblem(() => records.columns(course))).code, name).to.equal('lms-refused');
      expect((await thrownProblem(() => records.courseCompletion(course, '6'))).code).to.equal('lms-refused');
    }
    const item = '{"id":1,"itemtype":"constructor","grademax":100}';
    const records = recordsOver(body(`{"usergrades":[{"userid":6,"gradeitems":[${item}]}]}`));
    expect((await records.grades(course, { subjects: [], total: true })).get('6')?.[0]?.kind).to.equal(
      'other',
    );
  });

  it('eight megabytes of brackets, when they are the answer, then are refused before anybody waits', async () => {
    const brackets = '['.repeat(3_900_000) + ']'.repeat(3_900_000);
    const began = process.cpuUsage();
    const problem = await thrownProblem(() => recordsOver(body(brackets)).columns(course));
    expect(problem.code).to.equal('lms-answer-unreadable');
    expect(computedSince(began)).to.be.lessThan(1_000);
  });

  const ways: [string, string, string][] = [
    ['fetch-failed', 'timeout', 'lms-unreachable'],
    ['fetch-failed', 'connection', 'lms-unreachable'],
    ['fetch-failed', 'too-large', 'lms-answer-unreadable'],
    ['address-refused', 'private-address', 'lms-unreachable'],
  ];
  for (const [code, reason, expected] of ways)
    it(`a request, when it ends in ${code} (${reason}), then is ${expected}`, async () => {
      const failing = async () => {
        throw new Problem(code as 'fetch-failed', { facts: { reason } });
      };
      expect((await thrownProblem(() => recordsOver(failing).columns(course))).code).to.equal(expected);
    });

  it('no token, an LMS of another family, a suspended link or an address without https, when asked, then nothing is sent', async () => {
    const never: OutboundFetch = async () => {
      throw new Error('nothing may be sent');
    };
    const none = recordsOver(never, { tokens: { ...oneToken(), open: async () => undefined } });
    expect((await thrownProblem(() => none.columns(course))).code).to.equal('lms-token-missing');
    const codeOf = async (platform: Parameters<typeof recordedMoodle>[0]) => {
      const records = recordsOver(never, { platform: recordedMoodle(platform) });
      return (await thrownProblem(() => records.columns(course))).code;
    };
    expect(await codeOf({ family: 'other' })).to.equal('lms-service-missing');
    expect(await codeOf({ state: 'suspended' })).to.equal('lms-refused');
    expect(await codeOf({ tokenEndpoint: 'https://moodle.example.org/token' })).to.equal('lms-refused');
  });

  it('the token, when a question is sent, then stands in its body alone', async () => {
    const sent: OutboundRequest[] = [];
    const records = recordsOver(
      async (request) => {
        sent.push(request);
        return { status: 500, headers: {}, body: Buffer.alloc(0), url: request.url };
      },
      { tokens: oneToken('very secret') },
    );
    const problem = await thrownProblem(() => records.completion(course, '6'));
    const [request] = sent;
    expect(request?.url).to.equal(`${wwwroot}/webservice/rest/server.php`);
    expect(new URLSearchParams(request?.body).get('wstoken')).to.equal('very secret');
    expect(request).to.include({ method: 'POST', onlyAsks: true, retries: 2 });
    const told = JSON.stringify([request?.url, request?.headers, problem.message, problem.facts]);
    expect(told).not.to.contain('secret');
  });

  it('twenty questions at once, when they are of one Moodle, then at most four are under way', async () => {
    let [running, most] = [0, 0];
    const records = recordsOver(async ({ url }) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return { status: 200, headers: {}, body: Buffer.from('{"gradeItems":[]}'), url };
    });
    await Promise.all(Array.from({ length: 20 }, () => records.columns(course)));
    expect(most).to.equal(4);
  });
});
