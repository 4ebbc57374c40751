/** Launches of a real Moodle, read by the code that reads them in life, with the clock at the moment they were made. */
import { expect } from 'chai';
import { decodeJwt } from 'jose';
import type { Launch } from '../../src/domain/courses/launch.js';
import { createKeySets } from '../../src/lti/launch/key-sets.js';
import { launchOfClaims } from '../../src/lti/launch/launch-of-claims.js';
import { readLaunchResponse } from '../../src/lti/launch/launch-response.js';
import { readLoginRequest } from '../../src/lti/launch/login-request.js';
import { isOwnTarget } from '../../src/lti/launch/own-target.js';
import { claimNames } from '../../src/lti/launch/token-claims.js';
import { verifyToken } from '../../src/lti/launch/verify-token.js';
import type { Platform } from '../../src/domain/platforms/platform.js';
import { thrownProblem } from '../support/thrown-problem.js';
import { agsScopes, issuer, launches, recordedPlatform } from './support/recorded-moodle.js';

const withoutNames: Partial<Platform> = {
  clientId: 'WWQF0v4t7iPtQ4I',
  deployments: [{ id: '2', institutionId: 'institution-1' }],
};

/** @param secondsLater than the token was made */
async function read(name: string, platform = recordedPlatform(), secondsLater = 0): Promise<Launch> {
  const token = launches.launches[name]?.idToken ?? '';
  const { iat = 0, nonce } = decodeJwt(token);
  const clock = (): Date => new Date((iat + secondsLater) * 1000);
  const keySets = createKeySets({
    fetch: async ({ url }) => {
      expect(url).to.equal(`${issuer}/mod/lti/certs.php`);
      return { status: 200, headers: {}, body: Buffer.from(JSON.stringify(launches.keySet)), url };
    },
    clock,
    onTrouble: () => undefined,
  });
  const deps = { keySets, clock, clockTolerance: 180 };
  const claims = await verifyToken(deps, { platform, token, nonce: String(nonce) });
  return launchOfClaims(platform, { id: 'launch-1', institutionId: 'institution-1' }, claims);
}

const services = `${issuer}/mod/lti/services.php`;

describe('recorded launches of Moodle', () => {
  it('a learner who passed, launching, is read with every detail', async () => {
    expect(await read('learner-passed')).to.deep.include({
      platformId: 'platform-1',
      deploymentId: '1',
      institutionId: 'institution-1',
      person: { subject: '6', name: 'Stu1 Learner1', email: 'student1@example.invalid' },
      roles: { teaches: false, learns: true, administers: false },
      context: { id: '2', title: 'Micro-credential: Data Literacy', label: 'MC101' },
      link: {
        id: '1',
        title: 'Claim your badge 42',
        lineItemUrl: `${services}/2/lineitems/6/lineitem?type_id=1`,
      },
      membershipsUrl: `${services}/CourseSection/2/bindings/1/memberships`,
      lineItemsUrl: `${services}/2/lineitems?type_id=1`,
      gradeScopes: agsScopes,
      locale: 'en',
    });
  });

  const asLearner = { teaches: false, learns: true, administers: false };
  const asTeacher = { teaches: true, learns: false, administers: false };
  const people: [string, string, object][] = [
    ['learner-failed', '7', asLearner],
    ['learner-ungraded', '8', asLearner],
    ['restricted-learner-passed', '6', asLearner],
    ['editing-teacher', '3', asTeacher],
    ['restricted-teacher', '3', asTeacher],
    ['big-course-teacher', '3', asTeacher],
    ['non-editing-teacher', '4', asTeacher],
    ['manager', '5', asTeacher],
    ['site-admin', '2', { teaches: true, learns: false, administers: true }],
  ];
  for (const [name, subject, roles] of people) {
    it(`${name}, launching, is person ${subject} with the roles Moodle tells`, async () => {
      const launch = await read(name);
      expect([launch.person.subject, launch.roles]).to.deep.equal([subject, roles]);
    });
  }

  for (const [name, subject, roles] of [
    ['privacy-never', '6', asLearner],
    ['privacy-never-teacher', '3', asTeacher],
  ] as const) {
    it(`${name}, launching from a tool that is told no names, is a person without name and e-mail`, async () => {
      const launch = await read(name, recordedPlatform(withoutNames));
      expect(launch.person).to.deep.equal({ subject, name: undefined, email: undefined });
      expect(launch.roles).to.deep.equal(roles);
    });
  }

  it('an activity without a column, or whose link has two, launched, tells no line item', async () => {
    for (const name of ['no-line-item', 'two-columns-on-one-link']) {
      const { link, lineItemsUrl } = await read(name);
      expect(link.lineItemUrl).to.equal(undefined);
      expect(lineItemsUrl).to.equal(`${services}/2/lineitems?type_id=1`);
    }
    expect((await read('after-second-column-deleted')).link.lineItemUrl).to.match(/lineitems\/7\/lineitem/);
  });

  it('a duplicated activity and a copy of a copied course, launched, have links and contexts of their own', async () => {
    const [duplicate, copy] = [await read('duplicated-activity'), await read('copy-of-copy-teacher')];
    expect([duplicate.context.id, duplicate.link.id]).to.deep.equal(['2', '14']);
    expect(copy.context.id).to.equal('5');
  });

  it('an activity that a link item made, launched, names a foreign target in login and token', async () => {
    const { login, idToken } = launches.launches['foreign-target-link-uri'] ?? { login: {}, idToken: '' };
    const targets = [readLoginRequest(login).target_link_uri, String(decodeJwt(idToken)[claimNames.target])];
    expect(targets).to.deep.equal(['https://example.invalid/', 'https://example.invalid/']);
    for (const target of targets) expect(isOwnTarget('http://localhost:8091', target)).to.equal(false);
  });

  it('a login request of Moodle, read, has what is needed and no storage', () => {
    const { login } = launches.launches['learner-passed'] ?? { login: {} };
    expect(readLoginRequest(login)).to.deep.include({
      iss: issuer,
      login_hint: '6',
      client_id: 'hZCs1rDdSc9WWHM',
      lti_deployment_id: '1',
    });
    expect(readLoginRequest(login).lti_storage_target).to.equal(undefined);
  });

  for (const [seconds, code] of [
    [230, undefined],
    [241, 'launch-token-expired'],
    [-170, undefined],
    [-190, 'launch-token-not-yet-valid'],
  ] as const) {
    it(`a launch, read ${seconds} s after it was made, is ${code ?? 'taken'}: it lives 60 s, clocks may differ by 180 s`, async () => {
      if (code === undefined)
        expect(await read('learner-passed', recordedPlatform(), seconds)).to.be.an('object');
      else {
        const problem = await thrownProblem(() => read('learner-passed', recordedPlatform(), seconds));
        expect(problem.code).to.equal(code);
      }
    });
  }

  it('a launch of tool 2, read as one of tool 1, is not for it', async () => {
    expect((await thrownProblem(() => read('privacy-never'))).code).to.equal('launch-token-audience');
  });

  const refusals: [Record<string, string>, string][] = [
    [{ error: 'access_denied', state: 'state-1' }, 'access_denied'],
    [{ error: 'unauthorized_client', state: 'state-1' }, 'unauthorized_client'],
    [{ error: 'invalid_request', error_description: 'Invalid prompt', state: 'state-1' }, 'invalid_request'],
  ];
  for (const [posted, reason] of refusals) {
    it(`Moodle’s answer ${reason}, posted, is understood whatever the state`, async () => {
      const problem = await thrownProblem(() => readLaunchResponse(posted));
      expect([problem.code, problem.detail]).to.deep.equal(['launch-refused-by-platform', reason]);
    });
  }
});
