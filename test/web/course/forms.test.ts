import { expect } from 'chai';
import { shown } from './course-web.js';
import { everyPage } from './every-page.js';
import type { PageOfCourse } from './page-of-course.js';

describe('the forms of a course', function () {
  this.timeout(60_000);
  let pages: PageOfCourse[];
  let texts: Map<PageOfCourse, string>;
  before(async () => {
    pages = await everyPage('en');
    texts = new Map();
    for (const one of pages) texts.set(one, (await one.person.get(one.page)).text);
  });
  after(async () => {
    for (const web of new Set(pages.map((one) => one.web))) await web.close();
  });

  interface Form {
    of: PageOfCourse;
    action: string;
    html: string;
  }
  /** Every different form that changes something. */
  const forms = (): Form[] => {
    const found = new Map<string, Form>();
    for (const [of, text] of texts)
      for (const [html, action] of text.matchAll(/<form method="post" action="([^"]+)"[\s\S]*?<\/form>/g))
        if (action) found.set(action.replace(/^\/visits\/[^/]+/, ''), { of, action, html });
    return [...found.values()];
  };
  const snapshot = async ({ web }: PageOfCourse): Promise<string> => {
    const { microCredentials, awards, confirmations, juryDecisions } = web.services;
    return JSON.stringify([
      await web.services.endorsements.ofMicroCredential('micro-credential-1'),
      await microCredentials.ofLink('course-1', 'link-1'),
      await awards.ofMicroCredential('micro-credential-1'),
      await confirmations.all('micro-credential-1', 1),
      await juryDecisions.all('micro-credential-1', 1),
    ]);
  };

  it('every form, when the pages are looked through, then is there and carries the token of its visit', () => {
    const found = forms();
    const actions = found.map(({ action }) =>
      action
        .replace(/^\/visits\/[^/]+/, '')
        .replace(/award-[^/]*/, ':award')
        .replace(/End0r\w+/, ':one'),
    );
    expect([...new Set(actions)].sort()).to.deep.equal([
      '/award/public',
      '/claim',
      '/credential',
      '/credential/about',
      '/credential/assessments',
      '/credential/discard',
      '/credential/endorsements',
      '/credential/endorsements/:one',
      '/credential/level',
      '/credential/more',
      '/credential/next',
      '/credential/offering',
      '/credential/outcomes',
      '/credential/outcomes/import',
      '/credential/participation',
      '/credential/passing',
      '/credential/passing/o2',
      '/credential/passing/o3',
      '/credential/publish',
      '/roster/check',
      '/roster/confirm',
      '/roster/confirm-many',
      '/roster/correct/:award',
      '/roster/jury',
      '/roster/jury/withdraw',
      '/roster/left',
      '/roster/offer',
      '/roster/resume/:award',
      '/roster/review/:award/keep',
      '/roster/review/:award/revoke',
      '/roster/revoke/:award',
      '/roster/suspend/:award',
    ]);
    for (const { action, html } of found) expect(shown(html, '_form'), action).to.match(/^[\w-]{43}$/);
  });

  for (const [what, tokenOf, headers] of [
    ['without its token', () => '', {}],
    ['with a made-up token', () => 'x'.repeat(43), {}],
    ['with the token of another visit', (other: string) => other, {}],
    [
      'with its token, from another site',
      (_other: string, own: string) => own,
      { 'Sec-Fetch-Site': 'cross-site' },
    ],
  ] as const)
    it(`every form, when it is sent ${what}, then is refused in words and changes nothing`, async () => {
      for (const { of, action, html } of forms()) {
        const other = await of.web.comes({ roles: { teaches: true, learns: true, administers: false } });
        const foreign = shown((await other.get('credential')).text, '_form') ?? '';
        expect(foreign).to.match(/^[\w-]{43}$/);
        const before = await snapshot(of);
        const _form = tokenOf(foreign, shown(html, '_form') ?? '');
        const fields = {
          _form,
          revision: '2',
          reason: 'x',
          subject: 'learner-1',
          consent: 'yes',
          was: 'issued',
        };
        const { status, text } = await of.person.browser.send(action, fields, headers);
        expect(status, action).to.equal(403);
        expect(text).to.contain('This form has expired');
        expect(await snapshot(of), action).to.equal(before);
      }
    });

  it('every form, when Enter is pressed in a field, then does what its main button does', () => {
    // https://html.spec.whatwg.org/#implicit-submission : Enter presses the first button of a form
    const buttonsOf = (html: string) =>
      [...html.matchAll(/<button(?![^>]*type="button")([^>]*)>/g)].map(([, attributes = '']) => ({
        isMain: /\bbtn-(primary|danger)\b/.test(attributes),
        does: /name="[^"]*" value="[^"]*"/.exec(attributes)?.[0],
      }));
    const several = forms().filter(({ html }) => buttonsOf(html).length > 1);
    expect(several.map(({ action }) => action.split('/').at(-1))).to.include('passing');
    for (const { html, action } of several) {
      const buttons = buttonsOf(html);
      expect(buttons[0]?.does, action).to.equal(buttons.find(({ isMain }) => isMain)?.does);
    }
  });

  it('every page, when it is served, then is kept by nobody and may be framed by the linked LMS alone', async () => {
    for (const one of pages) {
      const { headers } = await one.person.get(one.page);
      expect(headers.get('Cache-Control'), one.name).to.equal('no-store');
      const policy = headers.get('Content-Security-Policy') ?? '';
      const framers = /frame-ancestors ([^;]*)/.exec(policy)?.[1] ?? '';
      expect(framers, one.name)
        .to.contain('https://moodle.example.org')
        .and.not.to.match(/\*(?!\.instructure)/);
      expect(policy, one.name).not.to.contain("'unsafe-inline'");
    }
  });

  it('every page, when its markup is read, then has one h1, no style, no handler and no two things of one id', () => {
    for (const [{ name }, text] of texts) {
      expect(text.match(/<h1/g), name).to.have.length(1);
      expect(text, name).not.to.match(/ style=| on\w+=|javascript:/);
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.length, name).to.equal(new Set(ids).size);
      for (const [, target] of text.matchAll(/ for="([^"]+)"/g)) expect(ids, name).to.include(target);
      for (const [, targets] of text.matchAll(/ aria-describedby="([^"]+)"/g))
        expect(ids, name).to.include.members((targets ?? '').trim().split(/\s+/));
    }
  });
});
