import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from '../../support/axe-faults.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { everyPage } from '../course/every-page.js';
import type { PageOfCourse } from '../course/page-of-course.js';

const sizes = [
  { width: 360, height: 640 },
  { width: 1280, height: 600 },
  { width: 1280, height: 800 },
];

/** What does not fit: pages wider than their window, and text in a column of a few letters. */
const misfits = `[
  ...(document.documentElement.scrollWidth > innerWidth ? ['wider than the window'] : []),
  ...[...document.querySelectorAll('h1, h2, p, dt, dd, li, legend, label, summary, .btn')]
    .filter((one) => one.checkVisibility() && !one.closest('.visually-hidden'))
    .filter((one) => {
      const seen = one.cloneNode(true);
      for (const hidden of seen.querySelectorAll('.visually-hidden')) hidden.remove();
      return seen.textContent.trim().length > 12 && one.getBoundingClientRect().width < 80;
    })
    .map((one) => 'squeezed: ' + one.textContent.trim()),
]`;

/**
 * Controls in the order in which the keyboard should meet them: of a group of radio buttons one. The button that only Enter in a
 * field presses is none of them.
 */
const controls = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((one) => one.type !== 'hidden' && one.checkVisibility())
  .filter((one) => !one.matches('[tabindex="-1"][aria-hidden="true"]'))
  .filter((one) => one.type !== 'radio' || one.checked ||
    (!document.querySelector('[name="' + one.name + '"]:checked') && one === document.querySelector('[name="' + one.name + '"]')))`;

describe('the pages of a course in a browser', function () {
  this.timeout(240_000);
  let browser: TestBrowser;
  let page: Page;
  // looked at, and left as they are
  const made: Record<string, Promise<PageOfCourse[]>> = {};
  const pagesIn = (locale: string): Promise<PageOfCourse[]> => (made[locale] ??= everyPage(locale));
  before(async () => {
    browser = await openBrowser();
    page = await browser.context.newPage();
    // Badge pictures are on the installation's own address, where nothing answers here.
    await page.route('http://localhost:8080/**', (route) => route.abort());
  });
  after(async () => {
    await browser.close();
    const pages = (await Promise.all(Object.values(made))).flat();
    for (const web of new Set(pages.map((one) => one.web))) await web.close();
  });

  async function open({ web, person, page: path }: PageOfCourse): Promise<void> {
    const own = web.url.replace('127.0.0.1', 'localhost');
    await browser.context.clearCookies();
    await browser.context.addCookies(
      [...person.browser.cookies].map(([name, value]) => ({
        name,
        value,
        domain: 'localhost',
        path: '/',
        secure: true,
        sameSite: 'None' as const,
      })),
    );
    await page.goto(`${own}${person.path}/${path}`);
  }

  const stopsOfDate = 4;

  for (const locale of ['en', 'fr'])
    it(`every page in ${locale}, when it is seen at 360 and 1280 px, then fits${locale === 'en' ? ', and axe finds no fault' : ''}`, async () => {
      for (const one of await pagesIn(locale)) {
        await open(one);
        for (const size of sizes) {
          await page.setViewportSize(size);
          expect(await page.evaluate(misfits), `${one.name} at ${size.width}`).to.deep.equal([]);
          // Wider, the same markup and colours stand side by side.
          if (size.width !== 360 || locale !== 'en') continue;
          expect(await axeFaults(page), `${one.name} at ${size.width}`).to.deep.equal([]);
        }
      }
    });

  it('every control, when the keyboard goes through the page, then is met in its order and seen', async () => {
    const pages = await pagesIn('en');
    await page.setViewportSize({ width: 1280, height: 600 });
    const names = [
      'start',
      'draft',
      'full-about',
      'full-passing',
      'full-level',
      'roster',
      'revoke',
      'claim-unnamed',
      'award',
    ];
    for (const one of pages.filter(({ name }) => names.includes(name))) {
      await open(one);
      const expected = await page.evaluate<string[]>(`${controls}.map((one) => one.outerHTML)`);
      expect(expected, one.name).not.to.be.empty;
      let stops = 1;
      for (const html of expected) {
        // Day, month, year and calendar of a date are stops of their own within one control.
        for (; stops > 0; stops -= 1) await page.keyboard.press('Tab');
        stops = html.includes('type="date"') ? stopsOfDate : 1;
        const [met, outline] = await page.evaluate<[string, number]>(
          `[document.activeElement.outerHTML, parseFloat(getComputedStyle(document.activeElement).outlineWidth)]`,
        );
        expect(met, one.name).to.equal(html);
        expect(outline, `${one.name}: outline of ${html}`).to.be.at.least(2);
      }
    }
  });

  it('the first button of a page, when the frame is 600 px high, then is seen where one is to be pressed', async () => {
    const pages = await pagesIn('en');
    await page.setViewportSize({ width: 1280, height: 600 });
    for (const name of ['start', 'progress-offered', 'award', 'revoke', 'roster']) {
      const one = pages.find((candidate) => candidate.name === name);
      if (!one) throw new Error(name);
      await open(one);
      const box = await page.locator('main .btn').first().boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0), name).to.be.within(1, 600);
    }
  });
});
