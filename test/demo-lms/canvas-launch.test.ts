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
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('demo LMS: launches as Canvas makes them', () => {
  let lms: DemoLms;
  let tool: StandInTool;
  before(async () => {
    tool = await startStandInTool();
    lms = await startDemoLms({ kind: 'canvas', host: '127.0.0.1', port: 0, tool: tool.addresses });
  });
  after(async () => {
    await lms.close();
    await tool.close();
  });
  const claimsOf = async (userId: string, activityId: string): Promise<Record<string, unknown>> =>
    decodeJwt((await launch(lms, userId, activityId))['id_token'] ?? '');

  it('registration, when read, then the issuer is not the host and one client has two deployments', () => {
    const { issuer, clientId, deploymentIds, tokenEndpoint } = lms.registration;
    expect(issuer).to.equal('https://canvas.demo.invalid');
    expect(tokenEndpoint).to.equal(`${lms.url}/login/oauth2/token`);
    expect(clientId).to.match(/^\d{14}$/);
    expect(deploymentIds).to.have.lengthOf(2);
    for (const id of deploymentIds) expect(id).to.match(/^[78]:[0-9a-f]{40}$/);
  });

  it('login request, when a learner opens an activity, then it names region, environment and storage target', async () => {
    const login = await loginRequestOf(lms, lms.controls.sessionCookie('6'), '4');
    expect(login).to.include({
      iss: 'https://canvas.demo.invalid',
      canvas_region: 'not_configured',
      canvas_environment: 'prod',
      lti_storage_target: 'post_message_forwarding',
      lti_deployment_id: lms.registration.deploymentIds[0],
    });
    expect(login['login_hint']).to.match(uuid);
  });

  it('id_token, when a learner launches, then it lives an hour, has azp, UUID sub, 40-digit context and mixed roles', async () => {
    const fields = await launch(lms, '6', '4');
    const keys = (await (await fetch(lms.registration.keySetUrl)).json()) as JSONWebKeySet;
    const { payload } = await jwtVerify(fields['id_token'] ?? '', createLocalJWKSet(keys));
    expect(fields).to.include({ state: 'state-1', lti_storage_target: 'post_message_forwarding' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).to.equal(3600);
    expect(payload['azp']).to.equal(lms.registration.clientId);
    expect(payload.sub).to.match(uuid);
    expect((payload[claim('context')] as { id: string }).id).to.match(/^[0-9a-f]{40}$/);
    expect((payload[claim('resource_link')] as { id: string }).id).to.match(uuid);
    expect(payload[claim('roles')]).to.deep.equal([
      'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student',
      'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner',
      'http://purl.imsglobal.org/vocab/lis/v2/system/person#User',
    ]);
    expect(payload[claim('lis')]).to.include({ course_offering_sourcedid: '$CourseSection.sourcedId' });
    expect(payload['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint']).to.include({
      lineitem: `${lms.url}/api/lti/courses/2/line_items/6`,
    });
  });

  it('course navigation, when launched, then the link is the context and there is no line item', async () => {
    const claims = await claimsOf('3', '20');
    const context = claims[claim('context')] as { id: string };
    expect(claims[claim('resource_link')]).to.include({ id: context.id });
    expect(claims['https://www.instructure.com/placement']).to.equal('course_navigation');
    expect(claims['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint']).to.not.have.property('lineitem');
  });

  it('teaching assistant, when launching, then instructor too; administrator without a role in the course', async () => {
    const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
    expect((await claimsOf('4', '4'))[claim('roles')]).to.include.members([
      `${membership}#Instructor`,
      `${membership}/Instructor#TeachingAssistant`,
    ]);
    const roles = (await claimsOf('2', '4'))[claim('roles')] as string[];
    expect(roles).to.include('http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator');
  });

  it('second course, when launched, then the second deployment is named', async () => {
    expect((await claimsOf('6', '14'))[claim('deployment_id')]).to.equal(lms.registration.deploymentIds[1]);
  });

  const errors: [string, Record<string, string>, string][] = [
    ['has no nonce', { nonce: '' }, 'invalid_request_object'],
    ['has no prompt', { prompt: '' }, 'invalid_request_object'],
    ['has no hint of the launch', { lti_message_hint: '' }, 'invalid_request_object'],
    ['asks for another scope', { scope: 'profile' }, 'invalid_request_object'],
    ['asks for a code', { response_type: 'code' }, 'invalid_request_object'],
    ['names another user', { login_hint: '00000000-0000-4000-8000-000000000000' }, 'login_required'],
    ['has an unknown hint of the launch', { lti_message_hint: 'x' }, 'launch_no_longer_valid'],
  ];
  for (const [what, change, error] of errors) {
    it(`authentication request, when it ${what}, then ${error} is posted with the state`, async () => {
      const cookie = lms.controls.sessionCookie('6');
      const asked = authenticationRequestOf(lms, await loginRequestOf(lms, cookie, '4'));
      const { action, fields } = await authenticate(lms, cookie, { ...asked, ...change });
      expect(action).to.equal(tool.addresses.launchUrl);
      expect(fields).to.include({ error, state: 'state-1' }).and.not.to.have.property('id_token');
      expect(fields['error_description']).to.be.a('string').and.not.equal('');
    });
  }

  it('authentication request, when nobody is logged in, then login_required', async () => {
    const asked = authenticationRequestOf(
      lms,
      await loginRequestOf(lms, lms.controls.sessionCookie('6'), '4'),
    );
    expect((await authenticate(lms, undefined, asked)).fields).to.include({ error: 'login_required' });
  });

  it('authentication request, when client or redirect address is not registered, then nothing is posted', async () => {
    const cookie = lms.controls.sessionCookie('6');
    const changes: Record<string, string>[] = [
      { client_id: '1' },
      { redirect_uri: 'http://127.0.0.1:9/elsewhere' },
    ];
    for (const change of changes) {
      const asked = authenticationRequestOf(lms, await loginRequestOf(lms, cookie, '4'));
      const { status, fields } = await authenticate(lms, cookie, { ...asked, ...change });
      expect({ status, fields }).to.deep.equal({ status: 400, fields: {} });
    }
  });

  it('hint, when used twice or five minutes old, then launch_no_longer_valid', async () => {
    const cookie = lms.controls.sessionCookie('6');
    const asked = authenticationRequestOf(lms, await loginRequestOf(lms, cookie, '4'));
    expect((await authenticate(lms, cookie, asked)).fields).to.have.property('id_token');
    expect((await authenticate(lms, cookie, asked)).fields).to.include({ error: 'launch_no_longer_valid' });
    const late = authenticationRequestOf(lms, await loginRequestOf(lms, cookie, '4'));
    lms.controls.setClockSkew(301);
    const answer = await authenticate(lms, cookie, late);
    lms.controls.setClockSkew(0);
    expect(answer.fields).to.include({ error: 'launch_no_longer_valid' });
  });

  it('assignment, when not assigned to a learner, then it does not open for them', async () => {
    lms.controls.assignTo('4', ['7']);
    const response = await fetch(`${lms.url}/activities/4`, {
      headers: { Cookie: lms.controls.sessionCookie('6') },
      redirect: 'manual',
    });
    lms.controls.assignTo('4', undefined);
    expect(response.status).to.equal(303);
  });
});
