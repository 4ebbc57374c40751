import { expect } from 'chai';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { readable } from '../course/course-web.js';
import type { TestBrowser } from '../support/test-browser.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { hiddenFields, signedInAdministrator } from './admin-forms.js';

describe('the signing keys, for the administrator', function () {
  this.timeout(60_000);
  let web: WebHarness;
  let admin: TestBrowser;
  let path: string;

  beforeEach(async () => {
    web = await startWeb({ keys: memoryKeys(), clock: () => new Date('2026-11-24T10:00:00Z') });
    admin = await signedInAdministrator(web);
    const [institution] = await web.services.institutions.all();
    path = `/admin/institutions/${institution?.id}/keys`;
    await web.services.keys.ensure(institution?.id ?? '');
  });
  afterEach(() => web.close());

  it('when they are looked at, then each says what it signs and since when; the way there is on the overview', async () => {
    expect((await admin.get('/admin')).text).to.contain(`href="${path}"`);
    const text = readable((await admin.get(path)).text);
    expect(text).to.contain('Ed25519: embedded proofs of Open Badges 3.0 In use');
    expect(text).to.contain('RSA 3072: signed tokens (VC-JWT) and signed Open Badges 2.0 In use');
    expect(text).to.contain('In use since 1 September 2026');
  });

  it('when new ones are made, then the old ones are retired and still told', async () => {
    const answer = await admin.send(path, { ...hiddenFields((await admin.get(path)).text), sure: 'yes' });
    expect(answer.status).to.equal(303);
    const text = readable((await admin.get(answer.headers.get('location') ?? '')).text);
    expect(text).to.contain('New keys were made.');
    expect(text.match(/ In use In use since/g)).to.have.length(2);
    expect(text.match(/ Retired In use from 1 September 2026 to 1 September 2026\./g)).to.have.length(2);
  });

  it('when new ones are asked for without the tick, then the page asks for it, in either language, and nothing is made', async () => {
    const answer = await admin.submit(path, {});
    expect(answer.status).to.equal(422);
    expect(readable(answer.text)).to.contain('Tick the box to confirm');
    expect(answer.text).to.contain('aria-invalid="true"');
    const french = readable((await admin.get(path, { 'Accept-Language': 'fr' })).text);
    expect(french).to.contain('Je veux retirer les clés actuelles et signer avec de nouvelles');
    expect(await web.services.keys.published(path.split('/')[3] ?? '')).to.have.length(2);
  });

  it('when the button is pressed twice, then new ones are made once and both presses are told so', async () => {
    const form = hiddenFields((await admin.get(path)).text);
    const presses = [1, 2].map(() => admin.send(path, { ...form, sure: 'yes' }));
    for (const { status, headers } of await Promise.all(presses))
      expect([status, headers.get('location')]).to.deep.equal([303, `${path}?done=renewed`]);
    expect(await web.services.keys.published(path.split('/')[3] ?? '')).to.have.length(4);
  });

  it('when the form comes without its token, then it is refused and nothing is made', async () => {
    const { _form, ...form } = hiddenFields((await admin.get(path)).text);
    expect(_form).to.match(/^[\w-]{43}$/);
    expect((await admin.send(path, { ...form, sure: 'yes' })).status).to.equal(403);
    expect(await web.services.keys.published(path.split('/')[3] ?? '')).to.have.length(2);
  });

  it('when nobody is signed in, then nothing is shown and nothing is made', async () => {
    const stranger = web.browser();
    expect((await stranger.get(path)).status).to.equal(303);
    expect((await stranger.send(path, {})).status).to.equal(401);
    expect(await web.services.keys.published(path.split('/')[3] ?? '')).to.have.length(2);
  });

  it('when the institution is not there, then it is not found', async () => {
    expect((await admin.get('/admin/institutions/nobody/keys')).status).to.equal(404);
  });
});
