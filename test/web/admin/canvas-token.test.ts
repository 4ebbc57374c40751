/** The administrator's page for the token of a Canvas, with the Canvas-like demonstration LMS behind it. */
import { expect } from 'chai';
import { contextId, ltiUserId } from '../../../src/demo-lms/canvas/canvas-ids.js';
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
import { signedInAdministrator } from './admin-forms.js';

describe('the token of a Canvas, for the administrator', () => {
  let lms: DemoLms;
  let guarded: GuardedFetch;
  let web: WebHarness;
  let admin: TestBrowser;
  const path = '/admin/platforms/platform-1/web-services';

  before(() => (guarded = createGuardedFetch({ allowPrivate: true })));
  after(() => guarded.close());
  beforeEach(async () => {
    const tool = { loginUrl: '', launchUrl: '', keySetUrl: '' };
    lms = await startDemoLms({ kind: 'canvas', host: '127.0.0.1', port: 0, tool, bigLearners: 0 });
    const { issuer, tokenEndpoint } = lms.registration;
    const platforms = memoryPlatforms(
      aPlatform({ name: 'Canvas of the faculty', family: 'canvas', issuer, tokenEndpoint }),
    );
    const course = lms.controls.state.courses.find(({ id }) => id === '2');
    const courses = memoryCourses(
      aCourse({
        contextId: course ? contextId(course) : '',
        membershipsUrl: `${lms.url}/api/lti/courses/2/names_and_roles`,
      }),
    );
    const at = new Date('2026-11-20T08:00:00Z');
    await courses.seeMember('course-1', { subject: ltiUserId('6') }, asLearner, 'link-1', at);
    const serviceTokens = memoryServiceTokens();
    const deps = { fetch: guarded.fetch, platforms, tokens: serviceTokens, clock: () => new Date() };
    const records = createCourseRecords(deps);
    web = await startWeb({ platforms, courses, serviceTokens, records, allowHttp: true });
    admin = await signedInAdministrator(web);
  });
  afterEach(async () => {
    await web.close();
    await lms.close();
  });

  const enter = (site = `${lms.url}/courses/2`, token = lms.webServiceToken) =>
    admin.submit(path, { site, token }, path);
  const test = async (language = 'en'): Promise<string> =>
    readable((await admin.get(`${path}/test`, { 'Accept-Language': language })).text);
  const without = (kind: 'functions' | 'capabilities', name: string): void => {
    const has = lms.controls.state.webServices?.[kind] ?? [];
    lms.controls.setWebServices({ [kind]: has.filter((one) => one !== name) });
  };

  it('the page, when no token is kept, then says how to make one in Canvas, in either language, and suggests the site', async () => {
    const { text } = await admin.get(path);
    for (const told of ['No token', 'New Access Token', 'Grades - view all grades', 'students/submissions'])
      expect(readable(text)).to.contain(told);
    expect(text).to.match(new RegExp(`id="site"[^>]*value="${lms.url}"`));
    const french = readable((await admin.get(path, { 'Accept-Language': 'fr' })).text);
    expect(french).to.contain('Comment créer le jeton dans Canvas').and.to.contain('Adresse de votre Canvas');
    for (const seen of [readable(text), french]) expect(seen).not.to.contain('Moodle');
  });

  it('a token with its site, when it is entered, then is tested at once, and no page or log ever shows it', async () => {
    expect((await enter()).headers.get('Location')).to.equal(`${path}/test`);
    expect(await web.services.serviceTokens.open('platform-1')).to.deep.equal({
      token: lms.webServiceToken,
      site: lms.url,
    });
    const seen = await test();
    expect(seen).to.contain('Asked in the course “Data Literacy”').and.to.contain('It answers.');
    expect(seen).to.contain('Every column and every tracked activity is in the answers.');
    expect(seen).not.to.match(/Failed|Moodle|\{\{|undefined|\[object/);
    for (const page of [path, `${path}/test`])
      expect((await admin.get(page)).text).not.to.contain(lms.webServiceToken);
    expect(JSON.stringify(web.log)).not.to.contain(lms.webServiceToken);
  });

  it('a site that is none, a token that is none or refused, when they are entered, then are faults at their fields', async () => {
    for (const [site, token, told] of [
      ['', lms.webServiceToken, 'Please fill this in'],
      ['not an address', lms.webServiceToken, 'Give a complete address'],
      [`http://user:word@127.0.0.1`, lms.webServiceToken, 'Give a complete address'],
      [lms.url, 'two words', 'This is no token'],
      [lms.url, '7~0123456789', 'The LMS does not know this token'],
    ] as const) {
      const page = await enter(site, token);
      expect(page.status).to.equal(422);
      expect(readable(page.text)).to.contain(told);
    }
    expect(await web.services.serviceTokens.open('platform-1')).to.equal(undefined);
  });

  it('scopes and permissions, when they are taken away in Canvas, then the test names each', async () => {
    await enter();
    without('functions', 'url:GET|/api/v1/courses/:course_id/outcome_rollups');
    without('capabilities', 'Grades - view all grades');
    const seen = await test();
    expect(seen).to.contain(
      'does not have the scope of this question. url:GET|/api/v1/courses/:course_id/outcome_rollups',
    );
    expect(seen).to.match(/does not let the user see this\. .*Grades - view all grades/);
    expect(await test('fr')).to.contain('Canvas ne laisse pas l’utilisateur voir cela.');
  });

  it('what is not assigned to the learner, when the test is read, then is named as left out', async () => {
    await enter();
    lms.controls.assignTo('1', ['7']);
    expect(await test()).to.contain('Canvas leaves out: Final assignment.');
    expect(await test('fr')).to.contain('Canvas tait : Final assignment.');
  });

  it('a token that Canvas refuses by now, when the overview is read, then is told with the name of Canvas', async () => {
    await enter();
    lms.controls.setWebServices({ token: '7~another' });
    expect(await test()).to.contain('Canvas does not know this token');
    expect(readable((await admin.get('/admin')).text)).to.contain(
      'Canvas refuses the token for its web services',
    );
  });
});
