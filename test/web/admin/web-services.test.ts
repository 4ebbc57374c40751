/** The administrator's page for the web services of an LMS, with the demonstration LMS behind it. */
import { expect } from 'chai';
import { startDemoLms, type DemoLms } from '../../../src/demo-lms/demo-lms.js';
import { createCourseRecords } from '../../../src/edges/lms/create-course-records.js';
import { createGuardedFetch, type GuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { asLearner } from '../../support/builders/a-visit.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { memoryServiceTokens } from '../../support/memory/memory-service-tokens.js';
import { readable } from '../course/course-web.js';
import type { TestBrowser } from '../support/test-browser.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { hiddenFields, signedInAdministrator } from './admin-forms.js';

describe('the web services of an LMS, for the administrator', () => {
  let lms: DemoLms;
  let guarded: GuardedFetch;
  let web: WebHarness;
  let admin: TestBrowser;
  const at = new Date('2026-11-20T08:00:00Z');
  const path = '/admin/platforms/platform-1/web-services';

  before(() => (guarded = createGuardedFetch({ allowPrivate: true })));
  after(() => guarded.close());
  beforeEach(async () => {
    const tool = { loginUrl: '', launchUrl: '', keySetUrl: '' };
    lms = await startDemoLms({ kind: 'moodle', host: '127.0.0.1', port: 0, tool, bigLearners: 0 });
    const { issuer, tokenEndpoint } = lms.registration;
    const platforms = memoryPlatforms(
      aPlatform({ issuer, tokenEndpoint }),
      aPlatform({ id: 'platform-2', family: 'other', clientId: 'client-2' }),
    );
    const courses = memoryCourses(aCourse());
    await courses.seeMember('course-1', { subject: '6' }, asLearner, 'link-1', at);
    const serviceTokens = memoryServiceTokens();
    const deps = { fetch: guarded.fetch, platforms, tokens: serviceTokens, clock: () => new Date() };
    web = await startWeb({ platforms, courses, serviceTokens, records: createCourseRecords(deps) });
    admin = await signedInAdministrator(web);
  });
  afterEach(async () => {
    await web.close();
    await lms.close();
  });

  const token = (): string => lms.controls.state.webServices?.token ?? '';
  const enter = (text: string) => admin.submit(path, { token: text }, path);
  const test = async (): Promise<string> => readable((await admin.get(`${path}/test`)).text);
  const without = (kind: 'functions' | 'capabilities', ...names: string[]): void => {
    const has = lms.controls.state.webServices?.[kind] ?? [];
    lms.controls.setWebServices({ [kind]: has.filter((one) => !names.includes(one)) });
  };

  it('the page, when no token is kept, then says how to make one and what it needs', async () => {
    const { text } = await admin.get(path);
    for (const told of [
      'No token',
      'External services',
      'report/progress:view',
      'gradereport_user_get_grade_items',
    ])
      expect(text).to.contain(told);
    expect(text).not.to.contain('Remove the token');
    expect((await admin.get('/admin/platforms/platform-1')).text).to.contain(`href="${path}"`);
  });

  it('a token, when it is entered, then is tested at once, and no page or log ever shows it', async () => {
    const saved = await enter(`  ${token()} `);
    expect(saved.headers.get('Location')).to.equal(`${path}/test`);
    expect((await web.services.serviceTokens.open('platform-1'))?.token).to.equal(token());
    const seen = await test();
    expect(seen).to.contain('Asked in the course “Data Literacy”').and.to.contain('It answers.');
    expect(seen).to.contain('Every column and every tracked activity is in the answers.');
    expect(seen).not.to.contain('Failed');
    for (const page of [path, `${path}/test`, '/admin/platforms/platform-1'])
      expect((await admin.get(page)).text, page).not.to.contain(token());
    expect(JSON.stringify(web.log)).not.to.contain(token());
  });

  it('what is no token, when it is entered, then is a fault at its field, and the one before stays', async () => {
    await enter(token());
    for (const [text, told] of [
      ['', 'Paste the token here'],
      ['two words here', 'This is no token'],
      ['<script>alert(1)</script>', 'This is no token'],
    ] as const) {
      const page = await enter(text);
      expect(page.status).to.equal(422);
      expect(readable(page.text)).to.contain(told);
      if (text) expect(page.text).not.to.contain(text);
    }
    expect((await web.services.serviceTokens.open('platform-1'))?.token).to.equal(token());
  });

  it('a token that the LMS refuses, when it is entered, then is not saved, and the one before stays, in either language', async () => {
    const french = { 'Accept-Language': 'fr' };
    const none = await enter('0123456789abcdef');
    expect(none.status).to.equal(422);
    expect(readable(none.text)).to.contain('its user is suspended: it was not saved');
    expect((await web.services.serviceTokens.open('platform-1'))?.token).to.equal(undefined);
    await enter(token());
    const { _form = '' } = hiddenFields((await admin.get(path)).text);
    const wrong = await admin.send(path, { _form, token: '0123456789abcdef' }, french);
    expect(wrong.status).to.equal(422);
    expect(readable(wrong.text)).to.contain('il n’a pas été enregistré, et le précédent reste en service');
    expect(wrong.text).not.to.contain('0123456789abcdef');
    expect((await web.services.serviceTokens.open('platform-1'))?.token).to.equal(token());
    expect(await test()).not.to.contain('Failed');
  });

  it('a token, when the LMS cannot be asked, then is saved in the place of none, and not in the place of one that works', async () => {
    const given = token();
    lms.controls.setWebServices({ isOn: false });
    expect((await enter(given)).status).to.equal(303);
    lms.controls.setWebServices({ isOn: true });
    await test();
    lms.controls.setFailure({ kind: 'server-error' });
    const page = await enter('0123456789abcdef');
    expect(page.status).to.equal(422);
    expect(readable(page.text)).to.contain('could not be tried: it was not saved');
    expect((await web.services.serviceTokens.open('platform-1'))?.token).to.equal(given);
  });

  it('a token that was refused last, when the LMS is away as another is entered, then gives way to it', async () => {
    await enter(token());
    lms.controls.setWebServices({ token: 'fedcba9876543210' });
    await test();
    lms.controls.setFailure({ kind: 'server-error' });
    expect((await enter('fedcba9876543210')).status).to.equal(303);
    expect((await web.services.serviceTokens.open('platform-1'))?.token).to.equal('fedcba9876543210');
  });

  const refusals: [string, () => void, string, string, string][] = [
    [
      'refuses the token',
      () => lms.controls.setWebServices({ token: 'another' }),
      'Token refused since',
      'Moodle refuses the token for its web services',
      'Moodle refuse le jeton de ses services web',
    ],
    [
      'has its web services switched off',
      () => lms.controls.setWebServices({ isOn: false }),
      'Web services switched off since',
      'The web services of this Moodle are switched off',
      'Les services web de ce Moodle sont désactivés',
    ],
  ];
  for (const [what, begin, state, english, french] of refusals)
    it(`the overview, when the LMS ${what}, then says so until it answers again`, async () => {
      const given = token();
      await enter(given);
      await test();
      expect((await admin.get('/admin')).text).not.to.contain(`href="${path}"`);
      begin();
      await test();
      const overview = await admin.get('/admin');
      expect(readable(overview.text)).to.contain(english);
      expect(overview.text).to.contain(`href="${path}"`);
      expect(readable((await admin.get('/admin', { 'Accept-Language': 'fr' })).text)).to.contain(french);
      expect(readable((await admin.get(path)).text)).to.contain(state);
      lms.controls.setWebServices({ token: given, isOn: true });
      await test();
      expect((await admin.get('/admin')).text).not.to.contain(`href="${path}"`);
    });

  it('rights, when they are taken away in the LMS, then the test names each', async () => {
    await enter(token());
    without('capabilities', 'report/progress:view', 'mod/assign:view');
    without('functions', 'core_competency_list_course_competencies');
    const seen = await test();
    expect(seen).to.match(/lets? the user see this\. .*report\/progress:view/);
    expect(seen).to.contain('The service of the token does not contain this function');
    without('capabilities', 'moodle/course:view');
    expect(await test()).to.contain('moodle/course:view');
  });

  it('the function that only proposals need, when it is missing, then the test says that it is optional', async () => {
    expect(readable((await admin.get(path)).text)).to.contain(
      'Activities tied to competencies. Optional: without it Acquis does not propose',
    );
    await enter(token());
    expect(await test()).not.to.match(/It answers\. Optional/);
    without('functions', 'tool_lp_data_for_course_competencies_page');
    expect(await test()).to.match(
      /The service of the token does not contain this function[^.]*\..{0,120}Optional: without it/,
    );
  });

  it('activities, when the LMS leaves them out without a word, then the test names them', async () => {
    await enter(token());
    without('capabilities', 'mod/assign:view');
    expect(await test())
      .to.contain('Moodle leaves out: Final assignment and LO1: working with data.')
      .and.to.contain('mod/assign:view');
  });

  const troubles: [string, () => void, string][] = [
    [
      'is revoked',
      () => lms.controls.setWebServices({ token: 'another' }),
      'Moodle does not know this token',
    ],
    ['may not use REST', () => without('capabilities', 'webservice/rest:use'), 'webservice/rest:use'],
    [
      'is of a site without web services',
      () => lms.controls.setWebServices({ isOn: false }),
      'switched off in Moodle',
    ],
    ['meets an LMS that answers HTML', () => lms.controls.setFailure({ kind: 'html' }), 'maintenance page'],
    [
      'meets an LMS that fails',
      () => lms.controls.setFailure({ kind: 'server-error' }),
      'answered with an error of its own',
    ],
    [
      'meets an LMS that is asked too much',
      () => lms.controls.setFailure({ kind: 'too-many-requests', retryAfterSeconds: 600 }),
      'gets too many requests and asks Acquis to wait',
    ],
  ];
  for (const [what, begin, told] of troubles)
    it(`a token, when it ${what}, then the test says so in words`, async () => {
      await enter(token());
      begin();
      expect(await test())
        .to.contain(told)
        .and.to.contain('Not asked: nothing answers yet.');
    });

  it('the token, when it is removed, then is gone; the page is in French, too', async () => {
    await enter(token());
    await admin.submit(path, {}, `${path}/remove`);
    expect((await web.services.serviceTokens.open('platform-1'))?.token).to.equal(undefined);
    expect((await admin.get(path)).text).to.contain('No token');
    const french = await admin.get(path, { 'Accept-Language': 'fr' });
    expect(french.text).to.contain('Aucun jeton').and.to.contain('Comment créer le jeton dans Moodle');
  });

  it('the test, when it is read in either language, then leaves no gap in its sentences', async () => {
    await enter(token());
    without('capabilities', 'mod/assign:view', 'report/completion:view');
    without('functions', 'report_competency_data_for_report');
    for (const [language, told] of [
      ['en', 'Moodle leaves out: Final assignment and LO1: working with data.'],
      ['fr', 'Moodle tait : Final assignment et LO1: working with data.'],
    ] as const) {
      const page = await admin.get(`${path}/test`, { 'Accept-Language': language });
      const seen = readable(page.text);
      expect(seen).to.contain(told);
      expect(seen).not.to.match(/\{\{|undefined|\[object|webServices\./);
    }
  });

  it('an LMS of no known family or a stranger, when the page is asked for, then gets none', async () => {
    expect((await admin.get('/admin/platforms/platform-2/web-services')).status).to.equal(404);
    expect((await admin.get('/admin/platforms/platform-2')).text).not.to.contain('web-services');
    expect((await web.browser().get(path)).status).to.equal(303);
  });
});
