/** The administrator's page for the seal of an institution, with a trust service behind it. */
import { expect } from 'chai';
import { createGuardedFetch, type GuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import { createSealService } from '../../../src/edges/seals/create-seal-service.js';
import { university } from '../../documents/seals/sealed.builder.js';
import { startTrustService, type TrustService } from '../../support/trust-service.js';
import { readable, shown } from '../course/course-web.js';
import type { TestBrowser } from '../support/test-browser.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { hiddenFields, signedInAdministrator } from './admin-forms.js';

describe('the seal of an institution, for the administrator', () => {
  let guarded: GuardedFetch;
  let trust: TrustService;
  let web: WebHarness;
  let admin: TestBrowser;
  let path: string;
  let time: Date;

  before(() => (guarded = createGuardedFetch({ allowPrivate: true, timeoutMs: 500 })));
  after(() => guarded.close());
  beforeEach(async () => {
    time = new Date('2026-11-24T10:00:00Z');
    trust = await startTrustService({ version: 2 });
    const clock = () => time;
    const sealService = createSealService({ fetch: guarded.fetch, clock });
    web = await startWeb({ clock, allowHttp: true, sealService });
    admin = await signedInAdministrator(web);
    const [institution] = await web.services.institutions.all();
    path = `/admin/institutions/${institution?.id}/seal`;
  });
  afterEach(async () => {
    await web.close();
    await trust.close();
  });

  const enter = (access: object = {}) => admin.submit(path, { ...trust.access, ...access });
  const seen = async (at = path, headers = {}) => readable((await admin.get(at, headers)).text);
  const answer = async (relation: string) => {
    const fields = hiddenFields((await admin.get(path)).text);
    return admin.send(`${path}/relation`, { ...fields, relation });
  };

  it('the page, when nothing is linked, then says what is needed; the way there is on the overview', async () => {
    expect((await admin.get('/admin')).text).to.contain(`href="${path}"`);
    expect(await seen())
      .to.contain('No seal is linked')
      .and.to.contain('CSC API, version 1 or 2');
    expect(await seen()).not.to.contain('Remove the seal');
  });

  it('a seal, when it is linked, then its owner is told and whose it is asked for; once answered, it is in use', async () => {
    const saved = await enter();
    expect([saved.status, saved.headers.get('location')]).to.deep.equal([303, `${path}?done=linked`]);
    const page = await seen(`${path}?done=linked`);
    expect(page).to.contain('The seal was tried and is linked.').and.to.contain('Waits for your answer');
    expect(page).to.contain(`“${university.O}” seals on our behalf`).and.to.contain('VATBE-0409737007');
    expect(await seen('/admin')).to.contain('The seal is linked, but not used yet: say whose seal it is.');
    expect((await answer('')).status).to.equal(422);
    expect((await answer('mandate')).headers.get('location')).to.equal(`${path}?done=decided`);
    expect(await seen()).to.contain('another organisation, on behalf of the institution');
    expect(await seen('/admin')).not.to.contain('say whose seal it is');
  });

  it('secret and PIN, when they were entered, then no page or log ever shows them', async () => {
    await enter();
    await enter({ pin: '9999' });
    for (const page of [path, '/admin'])
      expect((await admin.get(page)).text).not.to.match(/s3cret|4711|9999/);
    expect(JSON.stringify(web.log)).not.to.match(/s3cret|4711|9999/);
  });

  it('what does not work, when it is entered, then the fault stands at its field, and what was typed is there but for the secrets', async () => {
    const refused = await enter({ pin: '0000', clientId: 'acquis' });
    expect(refused.status).to.equal(422);
    expect(readable(refused.text)).to.contain('The service refused to sign with this PIN.');
    expect(shown(refused.text, 'address')).to.equal(trust.address);
    expect(shown(refused.text, 'pin')).to.equal('');
    expect(readable((await enter({ address: 'http://127.0.0.1:1/csc/v1' })).text)).to.contain(
      'The service did not answer',
    );
    expect(await seen()).to.contain('No seal is linked');
  });

  it('a seal that was stopped, when it is tried and works, then is in use again; while it does not, the page says why', async () => {
    await enter();
    await answer('own');
    const [institution] = await web.services.institutions.all();
    const link = await web.services.sealLinks.of(institution?.id ?? '');
    await web.services.sealLinks.note(institution?.id ?? '', link?.linkedAt ?? time, {
      stopped: { reason: 'refused', since: time },
    });
    expect(await seen('/admin')).to.contain('The trust service refused to seal on 24 November 2026.');
    const tryIt = () => admin.submit(path, {}, `${path}/try`);
    trust.behaviour.answers = { 'credentials/authorize': { status: 400, body: { error: 'invalid_pin' } } };
    expect(readable((await tryIt()).text)).to.contain('The service refused to sign with this PIN.');
    expect(await seen()).to.contain('Stopped');
    trust.behaviour.answers = {};
    expect((await tryIt()).headers.get('location')).to.equal(`${path}?done=works`);
    expect(await seen())
      .to.contain('In use')
      .and.to.contain('the institution itself');
  });

  it('a certificate, when it ends soon or has ended, then the overview says so', async () => {
    await enter();
    await answer('own');
    expect(await seen('/admin')).not.to.contain('certificate');
    time = new Date('2029-12-15T10:00:00Z');
    await admin.submit('/admin/sign-in', { password: 'correct horse battery' });
    expect(await seen('/admin')).to.contain('The certificate of the seal is valid until 1 January 2030.');
    time = new Date('2030-01-02T10:00:00Z');
    await admin.submit('/admin/sign-in', { password: 'correct horse battery' });
    expect(await seen('/admin')).to.contain('The certificate of the seal was valid until 1 January 2030.');
  });

  it('a service without time stamps, when it is linked, then the page says what that means', async () => {
    await trust.close();
    trust = await startTrustService({ version: 1, hasTimeStamps: false });
    await enter();
    expect(await seen()).to.contain('This service makes no time stamps.');
  });

  it('a seal, when it is removed, then it is gone; forms without their token, and of institutions that are none, are refused', async () => {
    await enter();
    expect((await admin.send(`${path}/remove`, {})).status).to.equal(403);
    expect((await admin.submit(path, {}, `${path}/remove`)).status).to.equal(303);
    expect(await seen()).to.contain('No seal is linked');
    expect((await admin.get('/admin/institutions/nobody/seal')).status).to.equal(404);
    expect((await web.browser().get(path)).status).not.to.equal(200);
  });

  it('the page, when it is read in French, then it is French', async () => {
    await enter();
    const french = await seen(path, { 'Accept-Language': 'fr' });
    expect(french).to.contain('À qui appartient ce cachet ?').and.to.contain('Essayer et enregistrer');
  });
});
