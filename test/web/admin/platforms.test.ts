import { expect } from 'chai';
import type { FetchDocument } from '../../../src/shared/fetch-document.js';
import { asLearner } from '../../support/builders/a-visit.js';
import type { TestBrowser } from '../support/test-browser.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { platformFields, setUpFields, signedInAdministrator } from './admin-forms.js';

/** An LMS whose key set is there. */
const answering: FetchDocument = async (url) => ({
  status: 200,
  contentType: 'application/json',
  body: new TextEncoder().encode('{"keys":[{"kty":"RSA","use":"sig","kid":"1"}]}'),
  url,
});

describe('linking an LMS', () => {
  let web: WebHarness;
  let admin: TestBrowser;
  beforeEach(async () => {
    web = await startWeb({ fetchDocument: answering });
    admin = await signedInAdministrator(web);
  });
  afterEach(() => web.close());

  const form = '/admin/platforms/new?family=moodle';
  const link = (fields: Record<string, string> = {}) =>
    admin.submit(form, { ...platformFields, ...fields }, '/admin/platforms/new');
  const platform = async () => (await web.services.platforms.all())[0];

  it('an administrator, when a Moodle is linked by hand, then sees the checks, and that it waits for its first launch', async () => {
    const page = await admin.get(form);
    for (const text of [
      'Initiate login URL',
      'Redirection URI(s)',
      'Public keyset',
      '/lti/login',
      '/lti/launch',
      '/lti/keys',
    ])
      expect(page.text).to.contain(text);
    const saved = await link();
    expect(saved.status).to.equal(303);
    const { text } = await admin.get(saved.headers.get('Location') ?? '');
    expect(text).to.contain('Waiting for first launch').and.to.contain('It was read and holds a key');
    expect(await platform()).to.deep.include({ clientId: 'abc123', state: 'waiting' });
    expect((await platform())?.deployments.map((deployment) => deployment.id)).to.deep.equal(['1', '2']);
    expect((await admin.get('/admin')).text)
      .to.contain('Moodle of the school')
      .and.to.contain('No launch yet');
  });

  it('the form, when Enter is pressed in a field, then is saved: its first button does nothing else', async () => {
    const { text } = await admin.get(form);
    const [first = '', ...others] =
      (text.split('data-keep-typed')[1] ?? '').match(/<button(?![^>]*type="button")[^>]*>/g) ?? [];
    expect(first).to.contain('visually-hidden').and.not.to.contain('name=');
    expect(others.join()).to.contain('name="fill"');
  });

  it('a linked LMS, when it has launched, then is active with the time of the last launch', async () => {
    await link();
    const { id } = (await platform()) ?? { id: '' };
    await web.services.platforms.markLaunch(id, new Date('2026-11-24T09:30:00Z'));
    const { text } = await admin.get('/admin');
    expect(text).to.contain('Active').and.to.contain('24 November 2026 at 09:30 UTC');
  });

  it('the address of a Moodle, when "fill in" is pressed, then makes the four addresses and saves nothing', async () => {
    const site = 'https://school.example.org/moodle/login/index.php';
    const { status, text } = await admin.submit(
      form,
      { family: 'moodle', site, clientId: 'kept', fill: 'yes' },
      '/admin/platforms/new',
    );
    expect(status).to.equal(200);
    for (const value of ['', '/mod/lti/auth.php', '/mod/lti/token.php', '/mod/lti/certs.php'])
      expect(text).to.contain(`value="https://school.example.org/moodle${value}"`);
    expect(text).to.contain('value="kept"');
    expect(await platform()).to.equal(undefined);
  });

  it('an address that is none, when "fill in" is pressed, then is told at the field', async () => {
    const { text } = await admin.submit(
      form,
      { family: 'moodle', site: 'my moodle', fill: 'yes' },
      '/admin/platforms/new',
    );
    expect(text).to.contain('id="site-error"');
  });

  const faults: [string, Record<string, string>, string][] = [
    ['no name', { name: '' }, 'name'],
    ['an issuer that is no address', { issuer: 'moodle' }, 'issuer'],
    ['an http address', { tokenEndpoint: 'http://moodle.example.org/mod/lti/token.php' }, 'tokenEndpoint'],
    ['no client ID', { clientId: ' ' }, 'clientId'],
    ['a deployment ID that is too long', { deploymentIds: `1\n${'x'.repeat(256)}` }, 'deploymentIds'],
    ['a key set address with a script', { keySetUrl: 'javascript:alert(1)' }, 'keySetUrl'],
  ];
  for (const [what, fields, field] of faults)
    it(`the form, when it has ${what}, then says so at the field and links nothing`, async () => {
      const { status, text } = await link(fields);
      expect(status).to.equal(422);
      expect(text).to.contain(`id="${field}-error"`).and.to.contain(`<a href="#${field}">`);
      expect(await platform()).to.equal(undefined);
    });

  it('an LMS, when it is linked a second time, then is refused with words at the client ID', async () => {
    await link();
    const { status, text } = await link();
    expect(status).to.equal(409);
    expect(text).to.contain('is linked already');
    expect(await web.services.platforms.all()).to.have.length(1);
  });

  it('a linked LMS, when it is corrected, then keeps its state and deployments', async () => {
    await link();
    const { id } = (await platform()) ?? { id: '' };
    await web.services.platforms.markLaunch(id, new Date());
    const path = `/admin/platforms/${id}/change`;
    expect((await admin.get(path)).text).to.contain('value="abc123"');
    await admin.submit(path, { ...platformFields, clientId: 'other' });
    expect(await platform()).to.include({ clientId: 'other', state: 'active' });
    expect((await platform())?.deployments).to.have.length(2);
  });

  it('a deployment that knocked, when it is accepted, then is let in for the institution', async () => {
    await link();
    const { id } = (await platform()) ?? { id: '' };
    await web.services.platforms.noteUnknownDeployment(id, '7:abc', new Date());
    expect((await admin.get('/admin')).text).to.contain('tried to open Acquis');
    const path = `/admin/platforms/${id}`;
    expect((await admin.get(path)).text).to.contain('7:abc');
    await admin.submit(path, { deploymentId: '7:abc' }, `${path}/deployments`);
    const [institution] = await web.services.institutions.all();
    expect((await platform())?.deployments).to.deep.include({
      id: '7:abc',
      institutionId: institution?.id ?? '',
    });
    expect((await platform())?.unknownDeployments).to.have.length(0);
  });

  it('a linked LMS, when it is suspended, then its visits end; when it is resumed, then it goes on', async () => {
    await link();
    const { id } = (await platform()) ?? { id: '' };
    const learner = web.browser();
    const visit = await web.launch(learner, { platformId: id, roles: asLearner });
    expect((await learner.get(visit)).status).to.equal(303);
    const path = `/admin/platforms/${id}`;
    expect((await admin.get(`${path}/suspend`)).text).to.contain('Every open visit');
    await admin.submit(`${path}/suspend`, {});
    expect((await admin.get(path)).text).to.contain('Suspended');
    expect((await learner.get(visit)).text).to.contain('Your visit has ended');
    await admin.submit(path, {}, `${path}/resume`);
    expect((await admin.get(path)).text).to.contain('Waiting for first launch');
    expect((await learner.get(visit)).text).to.contain('Your visit has ended');
  });

  it('an unknown LMS, when its pages are asked for, then there is no such page', async () => {
    for (const page of ['', '/change', '/suspend', '/checks'])
      expect((await admin.get(`/admin/platforms/nope${page}`)).status).to.equal(404);
    expect((await admin.submit('/admin', {}, '/admin/platforms/nope/suspend')).status).to.equal(404);
  });

  it('an institution, when it is changed, then is shown so; what was removed is gone', async () => {
    const [institution] = await web.services.institutions.all();
    const path = `/admin/institutions/${institution?.id}`;
    expect((await admin.get(path)).text).to.contain('value="Haute École de Test"');
    const fields = { ...setUpFields, legalName: 'New Name', region: '', mayAwardEcts: '' };
    expect((await admin.submit(path, fields)).status).to.equal(303);
    const [changed] = await web.services.institutions.all();
    expect(changed).to.include({ legalName: 'New Name', mayAwardEcts: false });
    expect(changed?.region).to.equal(undefined);
    expect((await admin.submit(path, { ...fields, legalName: '' })).status).to.equal(422);
  });

  it('the overview, when the embedded database is in use, then says so; otherwise not', async () => {
    expect((await admin.get('/admin')).text).not.to.contain('embedded database');
    await web.close();
    web = await startWeb({ engineNotice: true });
    admin = await signedInAdministrator(web);
    expect((await admin.get('/admin')).text).to.contain('embedded database');
  });
});
