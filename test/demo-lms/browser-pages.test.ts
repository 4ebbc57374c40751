/** The pages in a browser that blocks third-party cookies: LMS on 127.0.0.1, tool on localhost, as in the demonstration. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { decodeJwt } from 'jose';
import type { Page } from 'playwright-core';
import { startDemoLms, type DemoLms } from '../../src/demo-lms/demo-lms.js';
import type { LmsKind } from '../../src/demo-lms/state/lms-state.js';
import { axeFaults } from '../support/axe-faults.js';
import { openBrowser, type TestBrowser } from '../support/chromium.js';
import { authenticationRequestOf } from './stand-in-tool.js';

describe('demo LMS: in a browser', function () {
  this.timeout(90_000);
  let browser: TestBrowser;
  let server: Server;
  let lms: DemoLms;
  let page: Page;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  async function start(kind: LmsKind): Promise<void> {
    // a tool that turns a login into an authentication request and shows who was launched
    server = createServer((request, response) => {
      void bodyOf(request).then((form) => {
        response.setHeader('Content-Type', 'text/html');
        if (request.url === '/login') {
          const asked = new URLSearchParams(authenticationRequestOf(lms, Object.fromEntries(form)));
          response
            .writeHead(302, { Location: `${lms.registration.authorizationEndpoint}?${asked.toString()}` })
            .end();
        } else {
          const claims = decodeJwt(form.get('id_token') ?? '');
          response.end(
            `<!DOCTYPE html><html lang="en"><title>Tool</title><h1>Launched by ${String(claims['name'])}</h1>`,
          );
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const tool = `http://localhost:${(server.address() as AddressInfo).port}`;
    const addresses = { loginUrl: `${tool}/login`, launchUrl: `${tool}/launch`, keySetUrl: `${tool}/keys` };
    lms = await startDemoLms({ kind, host: '127.0.0.1', port: 0, tool: addresses });
    page = await browser.context.newPage();
    await page.goto(lms.url);
  }
  afterEach(async () => {
    await page.close();
    await lms.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const follow = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click();

  async function expectNoViolations(): Promise<void> {
    expect(await axeFaults(page, ['iframe']), page.url()).to.deep.equal([]);
  }

  for (const kind of ['moodle', 'canvas'] as const) {
    it(`${kind}, when a learner logs in and opens the activity, then the tool is launched in the frame`, async () => {
      await start(kind);
      await press('Log in as Stu1 Learner1');
      await follow('Micro-credential: Data Literacy');
      await follow('Open Claim your badge: Data Literacy');
      const frame = page.frameLocator(kind === 'moodle' ? '#contentframe' : '#tool_content');
      await frame.getByRole('heading', { name: 'Launched by Stu1 Learner1' }).waitFor();
      await expectNoViolations();
    });

    it(`${kind}, when every page is looked at, then axe finds nothing`, async () => {
      await start(kind);
      await expectNoViolations();
      await press('Log in as Admin User');
      for (const path of ['/courses', '/courses/2', '/courses/2/grades', '/tool', '/faults', '/nowhere']) {
        await page.goto(lms.url + path);
        await expectNoViolations();
      }
    });
  }

  it('gradebook, when the teacher types a grade, then the restricted activity opens for the learner', async () => {
    await start('moodle');
    await press('Log in as Teresa Teacher');
    await follow('Micro-credential: Data Literacy');
    await follow('Gradebook');
    await page.getByLabel('Final assignment grade of Stu2 Learner2').fill('61');
    await press('Save changes');
    await page.getByText('1 grade changed.').waitFor();
    await press('Log out');
    await press('Log in as Stu2 Learner2');
    await follow('Micro-credential: Data Literacy');
    await follow('Open Claim your badge (only after passing)');
    await page
      .frameLocator('#contentframe')
      .getByRole('heading', { name: 'Launched by Stu2 Learner2' })
      .waitFor();
  });

  it('restriction, when the teacher lifts and sets it, then the page tells the learner', async () => {
    await start('moodle');
    const name = 'Claim your badge (only after passing)';
    await press('Log in as Teresa Teacher');
    await follow('Micro-credential: Data Literacy');
    await press(`Lift the restriction of ${name}`);
    await press('Restrict Claim your badge: Data Literacy to learners who passed');
    await press('Log out');
    await press('Log in as Stu3 Learner3');
    await page.goto(`${lms.url}/activities/4`);
    const notice = await page.getByTestId('notice').textContent();
    expect(notice).to.contain('Not available unless: The activity Final assignment is complete and passed');
    await follow(`Open ${name}`);
    await page
      .frameLocator('#contentframe')
      .getByRole('heading', { name: 'Launched by Stu3 Learner3' })
      .waitFor();
  });

  it('new window, when the tool is opened there, then it is launched too', async () => {
    await start('canvas');
    await press('Log in as Stu1 Learner1');
    await page.goto(`${lms.url}/activities/4`);
    const opened = browser.context.waitForEvent('page');
    await follow('Open in a new window');
    const other = await opened;
    await other.getByRole('heading', { name: 'Launched by Stu1 Learner1' }).waitFor();
    await other.close();
  });

  it('launch, when scripts are off, then visible buttons lead to the tool', async () => {
    await start('moodle');
    const plain = await openBrowser({ javaScript: false });
    try {
      const tab = await plain.context.newPage();
      await tab.goto(lms.url);
      await tab.getByRole('button', { name: 'Log in as Stu1 Learner1' }).click();
      await tab.goto(`${lms.url}/activities/4/launch`);
      await tab.getByRole('button', { name: 'Continue to the tool' }).click();
      await tab.getByRole('button', { name: 'Continue to the tool' }).click();
      await tab.getByRole('heading', { name: 'Launched by Stu1 Learner1' }).waitFor();
    } finally {
      await plain.close();
    }
  });

  it('platform storage, when a tool puts, gets and deletes, then values are kept by origin and within the limit', async () => {
    await start('canvas');
    await press('Log in as Stu1 Learner1');
    await page.goto(`${lms.url}/activities/4`);
    await page
      .frameLocator('#tool_content')
      .getByRole('heading', { name: /Launched/ })
      .waitFor();
    const frame = page.frame({ name: 'tool_content' });
    if (!frame) throw new Error('the tool has a frame');
    const ask = (target: string, message: object): Promise<Record<string, unknown>> =>
      frame.evaluate(`new Promise((resolve) => {
        const message = ${JSON.stringify({ message_id: 'm1', ...message })};
        addEventListener('message', ({ data }) => resolve(data), { once: true });
        const target = ${JSON.stringify(target)};
        (target === '_parent' ? parent : parent.frames[target]).postMessage(message, ${JSON.stringify(lms.url)});
      })`);
    const forwarding = 'post_message_forwarding';
    const capabilities = await ask('_parent', { subject: 'lti.capabilities' });
    expect(capabilities['supported_messages']).to.deep.include({
      subject: 'lti.put_data',
      frame: forwarding,
    });
    const put = { subject: 'lti.put_data', key: 'state-1', value: 'nonce-1' };
    expect(await ask(forwarding, put)).to.deep.equal({
      subject: 'lti.put_data.response',
      message_id: 'm1',
      key: 'state-1',
      value: 'nonce-1',
    });
    const get = { subject: 'lti.get_data', key: 'state-1' };
    expect(await ask(forwarding, get)).to.include({ subject: 'lti.get_data.response', value: 'nonce-1' });
    expect(await ask('_parent', get)).to.include({ value: 'nonce-1' });
    expect(await ask(forwarding, { ...get, key: 'other' })).to.include({ value: null });
    await ask(forwarding, { ...put, value: '' });
    expect(await ask(forwarding, get)).to.include({ value: null });
    const tooLong = await ask(forwarding, { ...put, value: 'x'.repeat(4096) });
    expect(tooLong['error']).to.include({ code: 'storage_exhaustion' });
    expect((await ask(forwarding, { subject: 'lti.put_data', value: 'x' }))['error']).to.include({
      code: 'bad_request',
    });
    await ask('_parent', { subject: 'lti.frameResize', height: 777 });
    expect((await page.locator('#tool_content').boundingBox())?.height).to.equal(777 + 2);
  });
});

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}
