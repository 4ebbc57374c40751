import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Frame, Page } from 'playwright-core';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { startCourse, type CourseWeb } from '../course/course-web.js';

const address = `http://localhost:8080/awards/${anIssuedAward().id}`;

describe('copying', function () {
  this.timeout(60_000);
  let browser: TestBrowser;
  let web: CourseWeb;
  let page: Page;
  let lms: Server | undefined;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    web = await startCourse({ awards: [anIssuedAward()] });
    await web.learner();
    page = await browser.context.newPage();
    await page.setContent('<textarea>Copied before</textarea>');
    await page.focus('textarea');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
  });
  afterEach(async () => {
    await page.close();
    lms?.close();
    lms = undefined;
    await web.close();
  });

  const own = (): string => web.url.replace('127.0.0.1', 'localhost');
  /** The page of the award in a window of its own, opened by the last launch. */
  const alone = async (): Promise<Frame> => {
    await page.goto(`${own()}/lti/launch`);
    await page.waitForURL('**/award');
    return page.mainFrame();
  };
  /** The same in the frame of a page of another site, which allows nothing. */
  const framed = async (): Promise<Frame> => {
    lms = createServer((_req, res) => {
      res.setHeader('Content-Type', 'text/html').end(
        `<form method="post" action="${own()}/lti/launch" target="tool"></form>
         <iframe name="tool" width="800" height="600"></iframe><script>document.forms[0].submit()</script>`,
      );
    }).listen(0, '127.0.0.1');
    await once(lms, 'listening');
    const origin = `http://127.0.0.1:${(lms.address() as AddressInfo).port}`;
    await web.services.platforms.change('platform-1', {
      issuer: origin,
      authorizationEndpoint: `${origin}/auth`,
    });
    await page.goto(origin);
    const frame = page.frame({ name: 'tool' });
    if (!frame) throw new Error('no frame');
    await frame.waitForURL('**/award');
    return frame;
  };
  /** What the clipboard holds: pasted into a page of its own. */
  const pasted = async (): Promise<string> => {
    const blank = await browser.context.newPage();
    await blank.setContent('<textarea autofocus></textarea>');
    await blank.focus('textarea');
    await blank.keyboard.press('Control+V');
    const text = await blank.inputValue('textarea');
    await blank.close();
    return text;
  };
  const button = (frame: Frame) => frame.locator('[data-copy=award-link]');
  const told = (frame: Frame, words: string) =>
    frame.locator('.copy-field [role=status]', { hasText: words }).waitFor({ state: 'attached' });
  const refuse = (frame: Frame, clipboard: string) =>
    frame.evaluate(
      `navigator.clipboard.writeText = () => ${clipboard}; document.execCommand = () => false; undefined`,
    );

  it('a button, when it is pressed in a window, then copies and says so, and then offers it again', async () => {
    const frame = await alone();
    await button(frame).click();
    await told(frame, 'Copied');
    expect(await pasted()).to.equal(address);
    await page.bringToFront();
    await frame.locator('[data-copy=award-link]', { hasText: 'Copy Link to your badge' }).waitFor();
  });

  it('a button, when it is pressed in the frame of an LMS that allows no clipboard, then copies all the same', async () => {
    const frame = await framed();
    const allowed = await frame.evaluate<boolean>("document.featurePolicy.allowsFeature('clipboard-write')");
    expect(allowed).to.equal(false);
    await button(frame).press('Enter');
    await told(frame, 'Copied');
    expect(await frame.evaluate<string>('document.activeElement.dataset.copy')).to.equal('award-link');
    expect(await pasted()).to.equal(address);
  });

  for (const [what, clipboard] of [
    ['refuses', "Promise.reject(new DOMException('no', 'NotAllowedError'))"],
    ['never answers', 'new Promise(() => undefined)'],
  ] as const)
    it(`a button, when the browser ${what} and the old way is closed too, then the text is selected and the page says how to go on`, async () => {
      const frame = await framed();
      await refuse(frame, clipboard);
      await button(frame).click();
      await told(frame, 'Selected: copy it with Ctrl+C');
      expect(await frame.evaluate<string>('String(getSelection())')).to.equal(address);
      await page.keyboard.press('Control+C');
      expect(await pasted()).to.equal(address);
    });

  it('a field, when it is reached with the keyboard, then its whole text is selected', async () => {
    const frame = await alone();
    await frame.locator('#award-link').focus();
    expect(await frame.evaluate<string>('String(getSelection())')).to.equal(address);
  });
});
