/** What nobody types: sent by every form of a course, in every field, and in the addresses of its pages. */
import { expect } from 'chai';
import type { Page } from '../support/test-browser.js';
import { shown } from './course-web.js';
import { everyPage } from './every-page.js';
import type { PageOfCourse } from './page-of-course.js';

/** As they stand in a body: escaped. */
const odd: Record<string, string> = {
  'a text that turns direction': encodeURIComponent('\u202Etxt.\u2066exe\u200F'),
  'control characters': 'a%00b%1B%5B31m%7F%C2%85',
  'half of a character': 'a%ED%A0%80b',
  'no UTF-8': '%FF%FE%80',
  markup: encodeURIComponent('"><script>alert(1)</script>{{title}}{{{title}}}'),
  'a formula': encodeURIComponent('=HYPERLINK("https://evil.example")'),
  'an operator': encodeURIComponent('{"$ne":""}'),
  'a path': encodeURIComponent('../../etc/passwd'),
  'a number without end': '1e309',
  'digits of another script': encodeURIComponent('٣'),
  'much text': 'x'.repeat(20_000),
  'many marks on a letter': encodeURIComponent(`a${'\u0301'.repeat(2_000)}`),
  nothing: '',
};
const kept = ['_form', 'revision', 'version', 'was'];

/** Where something is, whichever it is: pages and forms of the same shape are asked once. */
const shapeOf = (path: string): string =>
  path
    .replace(/^\/visits\/[^/]+/, '')
    .replace(/[\w-]{20,}/g, 'id')
    .split('?')[0] ?? '';

interface Form {
  of: PageOfCourse;
  action: string;
  html: string;
}

describe('the forms of a course, sent with what nobody types', function () {
  this.timeout(60_000);
  let pages: PageOfCourse[];
  before(async () => {
    pages = await everyPage('en');
  });
  after(async () => {
    for (const web of new Set(pages.map((one) => one.web))) await web.close();
  });

  async function forms(): Promise<Form[]> {
    const found = new Map<string, Form>();
    for (const of of pages) {
      const { text } = await of.person.get(of.page);
      for (const [html, action] of text.matchAll(/<form method="post" action="([^"]+)"[\s\S]*?<\/form>/g))
        if (action) found.set(shapeOf(action), { of, action, html });
    }
    return [...found.values()];
  }

  function expectAnswered(page: Page, what: string): void {
    expect(page.status, what).to.be.lessThan(500);
    expect(page.text, what).not.to.contain('<script>alert(1)');
  }

  it('every form, when each of its fields has the same oddity, then is answered in words, and nothing comes back as markup', async () => {
    for (const { of, action, html } of await forms()) {
      const names = [...new Set([...html.matchAll(/ name="([^"]+)"/g)].map(([, name = '']) => name))];
      for (const [what, value] of Object.entries(odd)) {
        const body = names
          .map((name) => {
            const own = kept.includes(name) ? encodeURIComponent(shown(html, name) ?? '') : value;
            return `${encodeURIComponent(name)}=${own}`;
          })
          .join('&');
        const page = await of.person.browser.send(action, body as never);
        expectAnswered(page, `${action} with ${what}`);
      }
      const twice = names.map((name) => `${encodeURIComponent(name)}=a&${encodeURIComponent(name)}=b`);
      const token = encodeURIComponent(shown(html, '_form') ?? '');
      const strange = `${twice.join('&')}&__proto__=x&constructor=y&toString=z&_form=${token}`;
      expectAnswered(await of.person.browser.send(action, strange as never), `${action} with names twice`);
    }
  });

  /** What a browser would send of a field that nobody types into: the first choice. */
  function chosen(html: string, name: string): string | undefined {
    const escaped = name.replace(/[.[\]]/g, '\\$&');
    if (new RegExp(`<textarea[^>]* name="${escaped}"`).test(html)) return undefined;
    const select = new RegExp(`<select[^>]* name="${escaped}"[^]*?</select>`).exec(html)?.[0];
    if (select) return /<option value="([^"]+)"/.exec(select)?.[1] ?? '';
    const input = new RegExp(`<input[^>]* name="${escaped}"[^>]*>`).exec(html)?.[0] ?? '';
    const isTyped = !/type="(hidden|radio|checkbox)"/.test(input);
    return isTyped ? undefined : (/ value="([^"]*)"/.exec(input)?.[1] ?? 'on');
  }

  it('every form, when all is chosen and what is typed is odd, then is answered in words, and pages show it as text', async () => {
    for (const { of, action, html } of await forms()) {
      const names = [...new Set([...html.matchAll(/ name="([^"]+)"/g)].map(([, name = '']) => name))];
      for (const [what, value] of Object.entries(odd)) {
        const body = names.map((name) => {
          const own = chosen(html, name);
          return `${encodeURIComponent(name)}=${own === undefined ? value : encodeURIComponent(own)}`;
        });
        expectAnswered(
          await of.person.browser.send(action, body.join('&') as never),
          `${action} with ${what}`,
        );
        expectAnswered(await of.person.get(of.page), `${of.page} after ${what}`);
      }
    }
  });

  it('every page, when its address asks for oddities, then is answered', async () => {
    const paths = new Map(pages.map(({ person, page }) => [shapeOf(page), { person, page }]));
    expect(paths.size).to.be.greaterThan(20);
    for (const { person, page } of paths.values()) {
      const [path = ''] = page.split('?', 1);
      for (const [what, value] of Object.entries(odd)) {
        if (value.length > 8_000) continue;
        const asked = [
          'who',
          'done',
          'page',
          'state',
          'search',
          'order',
          'all',
          'view',
          'change',
          'proven',
          'imported',
        ];
        const query = asked.map((name) => `${name}=${value}`).join('&');
        const answer = await person.get(`${path}?${query}&who=${value}&who[$ne]=1`);
        expectAnswered(answer, `${path} with ${what}`);
      }
    }
  });
});
