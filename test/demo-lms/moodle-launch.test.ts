import { expect } from 'chai';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose';
import { startDemoLms, type DemoLms } from '../../src/demo-lms/demo-lms.js';
import {
  authenticate,
  authenticationRequestOf,
  launch,
  loginRequestOf,
  startStandInTool,
  type StandInTool,
} from './stand-in-tool.js';

const claim = (name: string): string => `https://purl.imsglobal.org/spec/lti/claim/${name}`;
/** The claims of a recorded launch of Moodle 4.5.6 by a learner, in their order. */
const recordedClaims = [
  ...[
    'nonce',
    'iat',
    'exp',
    'iss',
    'aud',
    claim('deployment_id'),
    claim('target_link_uri'),
    'sub',
    claim('lis'),
  ],
  ...[claim('roles'), claim('context'), claim('message_type'), claim('resource_link')],
  'https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome',
  ...['given_name', 'family_name', 'name', claim('ext'), 'email', claim('launch_presentation')],
  ...[claim('tool_platform'), claim('version'), claim('custom')],
  'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
];

describe('demo LMS: launches as Moodle makes them', () => {
  let lms: DemoLms;
  let tool: StandInTool;
  before(async () => {
    tool = await startStandInTool();
    lms = await startDemoLms({ kind: 'moodle', host: '127.0.0.1', port: 0, tool: tool.addresses });
  });
  after(async () => {
    await lms.close();
    await tool.close();
  });

  it('login request, when a learner opens an activity, then it has the recorded fields and no storage target', async () => {
    const login = await loginRequestOf(lms, lms.controls.sessionCookie('6'), '4');
    expect(Object.keys(login)).to.deep.equal([
      'iss',
      'target_link_uri',
      'login_hint',
      'lti_message_hint',
      'client_id',
      'lti_deployment_id',
    ]);
    expect(login).to.include({ iss: lms.url, login_hint: '6', lti_deployment_id: '1' });
    expect(login['lti_message_hint']).to.match(/^\{"cmid":4,"launchid":"ltilaunch1_\d+"\}$/);
  });

  it('id_token, when a learner launches, then it is signed by a published key, lives 60 s and has the recorded claims', async () => {
    const { id_token: idToken = '', state } = await launch(lms, '6', '4');
    const keys = (await (await fetch(lms.registration.keySetUrl)).json()) as JSONWebKeySet;
    const { payload, protectedHeader } = await jwtVerify(idToken, createLocalJWKSet(keys));
    expect(state).to.equal('state-1');
    expect(Object.keys(payload)).to.deep.equal(recordedClaims);
    expect(protectedHeader).to.include({ typ: 'JWT', alg: 'RS256' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).to.equal(60);
    expect(payload).to.deep.include({
      sub: '6',
      name: 'Stu1 Learner1',
      email: 'student1@example.invalid',
      [claim('roles')]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
      [claim('lis')]: { person_sourcedid: 'S-0001', course_section_sourcedid: 'MC-101-2026' },
      [claim('ext')]: { user_username: 'student1', lms: 'moodle-2' },
    });
    expect(payload['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint']).to.include({
      lineitems: `${lms.url}/mod/lti/services.php/2/lineitems?type_id=1`,
      lineitem: `${lms.url}/mod/lti/services.php/2/lineitems/6/lineitem?type_id=1`,
    });
    expect(payload[claim('custom')]).to.include({
      acq_context_history: '',
      acq_link_history: '$ResourceLink.id.history',
      acq_submission_end: '$ResourceLink.submission.endDateTime',
    });
  });

  it('roles, when tutor, manager and administrator launch, then all are instructors', async () => {
    const instructor = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor';
    const rolesOf = async (userId: string): Promise<unknown> =>
      decodeJwt((await launch(lms, userId, '4'))['id_token'] ?? '')[claim('roles')];
    expect(await rolesOf('4')).to.deep.equal([instructor]);
    expect(await rolesOf('5')).to.deep.equal([instructor]);
    expect(await rolesOf('2')).to.deep.equal([
      'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
      instructor,
      'http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator',
    ]);
  });

  it('privacy, when nothing is shared, then names and e-mail are missing, but user name and source id stay in custom', async () => {
    lms.controls.setPrivacy({ names: false, email: false });
    const claims = decodeJwt((await launch(lms, '6', '4'))['id_token'] ?? '');
    lms.controls.setPrivacy({ names: true, email: true });
    expect(claims).to.not.have.any.keys('name', 'given_name', 'family_name', 'email');
    expect(claims[claim('ext')]).to.deep.equal({ lms: 'moodle-2' });
    expect(claims[claim('custom')]).to.include({
      acq_person_name: null,
      acq_person_email: null,
      acq_username: 'student1',
      acq_person_sourcedid: 'S-0001',
    });
  });

  it('learner without e-mail, when launching, then only the e-mail is missing', async () => {
    const claims = decodeJwt((await launch(lms, '75', '4'))['id_token'] ?? '');
    expect(claims).to.include({ name: 'Stu4 Learner4' }).and.not.to.have.property('email');
  });

  it('ungraded activity, when launched, then there is neither basic outcome nor line item', async () => {
    const claims = decodeJwt((await launch(lms, '6', '8'))['id_token'] ?? '');
    expect(claims).to.not.have.property('https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome');
    expect(claims['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint']).to.not.have.property('lineitem');
  });

  it('restricted activity, when a learner who failed opens it, then Moodle goes back to the course with a notice', async () => {
    const cookie = lms.controls.sessionCookie('7');
    const headers = { Cookie: cookie };
    for (const path of ['/activities/8', '/activities/8/launch']) {
      const response = await fetch(lms.url + path, { headers, redirect: 'manual' });
      expect(response.status).to.equal(303);
      expect(response.headers.get('location')).to.match(/\/courses\/2\?refused=8$/);
    }
    const page = await (await fetch(`${lms.url}/activities/8`, { headers })).text();
    expect(page).to.contain('Not available unless: The activity Final assignment is complete and passed');
  });

  it('restricted activity, when the grade rises above the pass mark, then it opens', async () => {
    lms.controls.setGrade({ courseId: '2', userId: '7', score: 50 });
    expect(await launch(lms, '7', '8')).to.have.property('id_token');
    lms.controls.setGrade({ courseId: '2', userId: '7', score: 41 });
  });

  it('restriction, when it comes between login and authentication, then no token is given', async () => {
    const cookie = lms.controls.sessionCookie('7');
    const asked = authenticationRequestOf(lms, await loginRequestOf(lms, cookie, '4'));
    lms.controls.restrict('4', true);
    const answer = await authenticate(lms, cookie, asked);
    lms.controls.restrict('4', false);
    expect(answer.status).to.equal(404);
    expect(answer.fields).to.not.have.property('id_token');
  });

  it('hidden activity, when opened, then learners are refused and teachers get in', async () => {
    lms.controls.hide('4', true);
    const response = await fetch(`${lms.url}/activities/4`, {
      headers: { Cookie: lms.controls.sessionCookie('6') },
      redirect: 'manual',
    });
    const teachers = await launch(lms, '3', '4');
    lms.controls.hide('4', false);
    expect(response.status).to.equal(303);
    expect(teachers).to.have.property('id_token');
  });

  const posted: [string, Record<string, string>, Record<string, string>][] = [
    ['another client', { client_id: 'nobody123456789' }, { error: 'unauthorized_client' }],
    ['the hint of another user', { login_hint: '7' }, { error: 'access_denied' }],
    ['prompt=login', { prompt: 'login' }, { error: 'invalid_request', error_description: 'Invalid prompt' }],
    [
      'response_mode=query',
      { response_mode: 'query' },
      { error: 'invalid_request', error_description: 'Invalid response_mode' },
    ],
  ];
  for (const [what, change, error] of posted) {
    it(`authentication request, when it has ${what}, then the error is posted to the launch address with the state`, async () => {
      const cookie = lms.controls.sessionCookie('6');
      const asked = authenticationRequestOf(lms, await loginRequestOf(lms, cookie, '4'));
      const { status, action, fields } = await authenticate(lms, cookie, { ...asked, ...change });
      expect({ status, action, fields }).to.deep.equal({
        status: 200,
        action: tool.addresses.launchUrl,
        fields: { ...error, state: 'state-1' },
      });
    });
  }

  const refused: [string, Record<string, string | undefined>][] = [
    ['another redirect address', { redirect_uri: 'http://127.0.0.1:9/elsewhere' }],
    ['no nonce', { nonce: undefined }],
    ['scope profile', { scope: 'profile' }],
    ['response_type=code', { response_type: 'code' }],
    ['no message hint', { lti_message_hint: undefined }],
    ['a message hint that is not JSON', { lti_message_hint: 'x' }],
    ['an unknown launch id', { lti_message_hint: '{"cmid":4,"launchid":"ltilaunch1_1"}' }],
  ];
  for (const [what, change] of refused) {
    it(`authentication request, when it has ${what}, then Moodle shows an HTML page with 404`, async () => {
      const cookie = lms.controls.sessionCookie('6');
      const asked = { ...authenticationRequestOf(lms, await loginRequestOf(lms, cookie, '4')), ...change };
      const sent = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined);
      const { status, page, fields } = await authenticate(lms, cookie, Object.fromEntries(sent));
      expect(status).to.equal(404);
      expect(page).to.contain('Invalid request');
      expect(fields).to.deep.equal({});
    });
  }

  it('launch id, when used a second time, then it is refused', async () => {
    const cookie = lms.controls.sessionCookie('6');
    const asked = authenticationRequestOf(lms, await loginRequestOf(lms, cookie, '4'));
    expect((await authenticate(lms, cookie, asked)).status).to.equal(200);
    expect((await authenticate(lms, cookie, asked)).status).to.equal(404);
  });

  it('authentication request, when the browser sent no cookie, then Moodle asks again from its own origin, then gives up', async () => {
    const asked = authenticationRequestOf(
      lms,
      await loginRequestOf(lms, lms.controls.sessionCookie('6'), '4'),
    );
    const { status, action, fields } = await authenticate(lms, undefined, asked);
    expect({ status, fields }).to.deep.equal({ status: 200, fields: { repost: 'true' } });
    const again = await fetch(new URL(action, lms.url), {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    expect(again.status).to.equal(404);
  });

  it('clock, when set five minutes back, then tokens are issued in the past', async () => {
    lms.controls.setClockSkew(-300);
    const { iat = 0 } = decodeJwt((await launch(lms, '6', '4'))['id_token'] ?? '');
    lms.controls.setClockSkew(0);
    expect(Date.now() / 1000 - iat).to.be.within(299, 310);
  });

  it('keys, when rotated, then the new one signs and the old one stays published until the next rotation', async () => {
    const kids = async (): Promise<unknown[]> =>
      ((await (await fetch(lms.registration.keySetUrl)).json()) as JSONWebKeySet).keys.map(({ kid }) => kid);
    const [first] = await kids();
    await lms.controls.rotateKeys();
    const [second, ...others] = await kids();
    expect(second).to.not.equal(first);
    expect(others).to.deep.equal([first]);
    await lms.controls.rotateKeys();
    expect(await kids()).to.not.include(first);
  });

  it('tool, when it moves, then the next login request goes to the new address', async () => {
    lms.setTool({ launchUrl: 'http://127.0.0.1:9/moved' });
    const login = await loginRequestOf(lms, lms.controls.sessionCookie('6'), '4');
    lms.setTool(tool.addresses);
    expect(login['target_link_uri']).to.equal('http://127.0.0.1:9/moved');
  });
});
