import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { asTeacher } from '../../support/builders/a-visit.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { startCourse, type CourseWeb } from '../course/course-web.js';

describe('the height of a course page', function () {
  this.timeout(60_000);
  let browser: TestBrowser;
  let web: CourseWeb;
  let page: Page;
  let lms: Server;
  let origin: string;
  let own: string;
  before(async () => {
    browser = await openBrowser();
    web = await startCourse({ microCredential: null });
    own = web.url.replace('127.0.0.1', 'localhost');
    lms = createServer((req, res) => {
      const how =
        req.url === '/window'
          ? "open('', 'tool')"
          : "document.body.append(Object.assign(document.createElement('iframe'), { name: 'tool' }))";
      res.setHeader('Content-Type', 'text/html').end(
        `<body><form method="post" action="${own}/lti/launch" target="tool"></form>
         <script>const heard = []; addEventListener('message', ({ data, origin }) => heard.push({ data, origin }));
         ${how}; document.forms[0].submit();</script>`,
      );
    }).listen(0, '127.0.0.1');
    await once(lms, 'listening');
    origin = `http://127.0.0.1:${(lms.address() as AddressInfo).port}`;
    const addresses = { issuer: origin, authorizationEndpoint: `${origin}/auth` };
    await web.services.platforms.change('platform-1', addresses);
    await (await web.teacher()).submit('credential', {});
    await web.launch(web.browser(), { roles: asTeacher, person: { subject: 'teacher-1', name: 'Tess' } });
  });
  after(async () => {
    await browser.close();
    lms.close();
    await web.close();
  });
  beforeEach(async () => {
    page = await browser.context.newPage();
  });
  afterEach(() => page.close());

  const heard = () => page.evaluate<{ data: unknown; origin: string }[]>('heard');
  const heights = async (): Promise<number[]> =>
    (await heard()).map(({ data }) => (JSON.parse(String(data)) as { height: number }).height);

  it('in the frame of an LMS, when the page opens and when it grows, then is told as JSON text each time', async () => {
    await page.goto(origin);
    const frame = page.frame({ name: 'tool' });
    if (!frame) throw new Error('no frame');
    await frame.waitForURL('**/credential');
    await page.waitForFunction('heard.length > 0');
    await frame.locator('a[href$="/credential/about"]').first().click();
    await frame.waitForURL('**/about');
    const folded = frame.locator('summary', { hasText: 'second language' });
    await folded.waitFor();
    await page.waitForFunction('heard.length > 1');
    const before = (await heights()).at(-1) ?? 0;
    await folded.click();
    await page.waitForFunction(`JSON.parse(heard.at(-1).data).height > ${before + 100}`);
    for (const { data, origin: from } of await heard()) {
      expect(data).to.be.a('string');
      expect(Object.keys(JSON.parse(String(data)) as object)).to.deep.equal(['subject', 'height']);
      expect(String(data)).to.contain('"lti.frameResize"');
      expect(from).to.equal(own);
    }
    expect(await heights()).to.satisfy((all: number[]) =>
      all.every((one) => Number.isInteger(one) && one > 100),
    );
  });

  it('in a window of its own, when the page opens, then nothing is told, not even to the window that opened it', async () => {
    const [opened] = await Promise.all([page.waitForEvent('popup'), page.goto(`${origin}/window`)]);
    await opened.waitForURL('**/credential');
    await opened.locator('h1').waitFor();
    await opened.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await heard()).to.deep.equal([]);
    await opened.close();
  });
});
