import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { tokenIn, type TestBrowser } from '../support/test-browser.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { signedInAdministrator } from './admin-forms.js';

const path = '/admin/platforms/platform-1/events';

describe('events of an LMS over HTTP', () => {
  let web: WebHarness;
  let admin: TestBrowser;
  beforeEach(async () => {
    web = await startWeb({
      platforms: memoryPlatforms(aPlatform()),
      courses: memoryCourses(aCourse()),
      microCredentials: memoryMicroCredentials(aMicroCredential({ versions: [aVersion()] })),
    });
    admin = await signedInAdministrator(web);
  });
  afterEach(() => web.close());

  const secretOf = (text: string): string => /whsec_[A-Za-z0-9+/]+=*/.exec(text)?.[0] ?? '';
  const send = (secret: string, body: object | string): Promise<Response> => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const at = new Date();
    return fetch(`${web.url}/events`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': secret && new Webhook(secret).sign('msg_1', at, text),
      },
      body: text,
    });
  };
  const event = { issuer: 'https://moodle.example.org', clientId: 'client-1', courseId: '2' };

  it('a secret, when an administrator makes it, then it is shown once, and signs events that are taken', async () => {
    expect((await admin.get(path)).text).to.contain('No events are taken');
    const made = await admin.submit(path, {}, path);
    const secret = secretOf(made.text);
    expect(secret).to.not.equal('');
    const after = await admin.get(path);
    expect(after.text).to.contain('Events are taken').and.to.not.contain(secret);
    const answer = await send(secret, event);
    expect([answer.status, await answer.json()]).to.deep.equal([202, { courses: 1 }]);
    expect(await web.services.checks.of('micro-credential-1', 1)).to.not.equal(undefined);
    expect(JSON.stringify(web.log)).to.not.contain(secret);
    await admin.submit(path, {}, `${path}/remove`);
    expect((await send(secret, event)).status).to.equal(401);
  });

  it('the page that shows a secret, when it is loaded again, then the secret stays, and the page says so', async () => {
    const { text } = await admin.get(path);
    const form = { _form: tokenIn(text), was: '' };
    const secret = secretOf((await admin.send(path, form)).text);
    const again = await admin.send(path, form);
    expect(again.status).to.equal(409);
    expect(secretOf(again.text)).to.equal('');
    expect(again.text).to.contain('so nothing was done');
    expect((await send(secret, event)).status).to.equal(202);
    const was = /name="was" value="([^"]+)"/.exec(again.text)?.[1] ?? '';
    expect(secretOf((await admin.send(path, { ...form, was })).text)).to.not.equal('');
    expect((await send(secret, event)).status).to.equal(401);
  });

  it('an event that is not signed, no event, or too large, when it is posted, then the answer is JSON with a code', async () => {
    const secret = secretOf((await admin.submit(path, {}, path)).text);
    const codeOf = async (answer: Response): Promise<unknown> => [
      answer.status,
      ((await answer.json()) as { error: { code: string } }).error.code,
    ];
    expect(await codeOf(await send('', event))).to.deep.equal([401, 'event-refused']);
    expect(await codeOf(await send(secret, 'x'))).to.deep.equal([400, 'event-invalid']);
    expect(await codeOf(await send(secret, 'x'.repeat(20_000)))).to.deep.equal([413, 'request-too-large']);
    expect(await codeOf(await fetch(`${web.url}/events`))).to.deep.equal([404, 'not-found']);
  });

  it('a stranger, when the page of events is asked for or posted to, then has to sign in', async () => {
    const stranger = web.browser();
    const asked = await fetch(`${web.url}${path}`, { redirect: 'manual' });
    expect(asked.headers.get('Location')).to.match(/^\/admin\/sign-in/);
    expect((await stranger.send(path, {})).status).to.be.within(400, 403);
    expect(await web.services.eventSecrets.madeAt('platform-1')).to.equal(undefined);
  });

  it('the page, when it is read in French, then every sentence is there', async () => {
    await admin.get('/admin?lang=fr');
    expect((await admin.submit(path, {}, path)).text).to.contain('Copiez maintenant le secret dans le LMS');
  });
});
