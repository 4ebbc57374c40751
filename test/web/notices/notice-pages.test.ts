import { expect } from 'chai';
import { stopCode } from '../../../src/domain/notices/stop-address.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

const key = 'a1'.repeat(32);
// the harness's pepper
const code = stopCode(key, new Uint8Array(32));

describe('the page that ends messages', () => {
  let web: WebHarness;
  beforeEach(async () => (web = await startWeb()));
  afterEach(() => web.close());

  const post = (form: Record<string, string>, path = `/notices/${code}`): Promise<Response> =>
    fetch(`${web.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      redirect: 'manual',
    });
  const stopped = (): Promise<boolean> => web.services.noticeStops.isStopped(key);

  it('the address of a message, when it is opened, then nothing has changed, and nobody may keep or list the page', async () => {
    const answer = await fetch(`${web.url}/notices/${code}`);
    expect(await answer.text()).to.contain('Send me no more messages');
    expect(answer.headers.get('Cache-Control')).to.equal('no-store');
    expect(answer.headers.get('X-Robots-Tag')).to.equal('noindex');
    expect(await stopped()).to.equal(false);
  });

  it('its button, when it is pressed, then there are no more messages, until they are wanted again', async () => {
    const answer = await post({ wanted: 'no' });
    expect([answer.status, answer.headers.get('Location')]).to.deep.equal([303, `/notices/${code}`]);
    expect(await stopped()).to.equal(true);
    expect(await (await fetch(`${web.url}/notices/${code}`)).text()).to.contain('No more messages');
    await post({ wanted: 'yes' });
    expect(await stopped()).to.equal(false);
  });

  it('the one click of a mail program, when it comes, then it is answered at once, without a redirect', async () => {
    const answer = await post({ 'List-Unsubscribe': 'One-Click' });
    expect(answer.status).to.equal(200);
    expect(await stopped()).to.equal(true);
  });

  it('an address with anything else than a key, when it is opened or posted to, then there is no such page', async () => {
    for (const path of ['/notices/1', `/notices/${code.toUpperCase()}`, `/notices/${code}0`]) {
      expect((await fetch(`${web.url}${path}`)).status, path).to.equal(404);
      expect((await post({ wanted: 'no' }, path)).status, path).to.equal(404);
    }
  });

  it('a key that no message held, when it is posted to, then there is no such page, and nothing is kept', async () => {
    const foreign = stopCode(key, new Uint8Array(32).fill(1));
    for (const made of [key, foreign, `${key}${'0'.repeat(32)}`])
      expect((await post({ wanted: 'no' }, `/notices/${made}`)).status, made).to.equal(404);
    expect(await stopped()).to.equal(false);
  });

  it('the page, when it is asked for, then the key is not in the log', async () => {
    await fetch(`${web.url}/notices/${code}`);
    expect(JSON.stringify(web.log)).to.not.contain(key);
  });
});
