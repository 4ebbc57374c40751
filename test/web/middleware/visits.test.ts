import { expect } from 'chai';
import { suspendPlatform } from '../../../src/domain/platforms/suspend-platform.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

const nobody = { teaches: false, learns: false, administers: false };

describe('visits', () => {
  let web: WebHarness;
  beforeEach(async () => (web = await startWeb({ platforms: memoryPlatforms(aPlatform()) })));
  afterEach(() => web.close());

  it('a launch, when it is let in, then sets a partitioned cookie and leads to the visit', async () => {
    const browser = web.browser();
    const answer = await browser.send('/lti/launch', {});
    expect(answer.status).to.equal(303);
    expect(answer.headers.get('Location')).to.match(/^\/visits\/[A-Za-z0-9_-]{22}\/$/);
    const cookie =
      answer.headers.getSetCookie().find((line) => line.startsWith('__Host-acquis-browser=')) ?? '';
    for (const attribute of ['Secure', 'HttpOnly', 'SameSite=None', 'Partitioned', 'Path=/'])
      expect(cookie).to.contain(`; ${attribute}`);
  });

  it('a second launch, when the browser has its cookie, then keeps it: both visits go on', async () => {
    const browser = web.browser();
    const first = await web.launch(browser, { roles: nobody });
    const secret = browser.cookies.get('__Host-acquis-browser');
    const second = await web.launch(browser, { roles: nobody });
    expect(browser.cookies.get('__Host-acquis-browser')).to.equal(secret);
    expect(second).not.to.equal(first);
    for (const path of [first, second]) expect((await browser.get(path)).status).to.equal(200);
  });

  const begins: [string, typeof nobody, string][] = [
    ['a teacher', asTeacher, 'credential'],
    ['a learner', asLearner, 'progress'],
    ['somebody who is both', { ...asTeacher, learns: true }, 'credential'],
  ];
  for (const [who, roles, page] of begins)
    it(`${who}, when the visit begins, then is led to ${page}`, async () => {
      const browser = web.browser();
      const path = await web.launch(browser, { roles });
      expect((await browser.get(path)).headers.get('Location')).to.equal(path + page);
    });

  it('somebody who is both, when the teacher page is shown, then finds the way to the own progress; a teacher does not', async () => {
    const browser = web.browser();
    const both = await web.launch(browser, { roles: { ...asTeacher, learns: true } });
    expect((await browser.get(`${both}credential`)).text).to.contain(`href="${both}progress"`);
    const teacher = await web.launch(browser, { roles: asTeacher });
    expect((await browser.get(`${teacher}credential`)).text).not.to.contain(`${teacher}progress`);
  });

  it('somebody without a role, when the visit begins, then is told what to do', async () => {
    const browser = web.browser();
    const { status, text } = await browser.get(await web.launch(browser, { roles: nobody }));
    expect(status).to.equal(200);
    expect(text).to.contain('neither as a teacher nor as a learner');
    expect(text).not.to.contain('<header').and.not.to.contain('<footer');
  });

  it('an administrator of the LMS, when the visit begins, then is told that this gives no right in the course', async () => {
    const browser = web.browser();
    const path = await web.launch(browser, { roles: { ...nobody, administers: true } });
    expect((await browser.get(path)).text).to.contain('no right over the micro-credentials');
  });

  it('a visit, when its address is opened in another browser, then is refused as if it were over', async () => {
    const path = await web.launch(web.browser(), { roles: nobody });
    const stranger = web.browser();
    await web.launch(stranger, { roles: nobody });
    const { status, text } = await stranger.get(path);
    expect(status).to.equal(403);
    expect(text).to.contain('Your visit has ended').and.to.contain('Open the activity again in your course');
  });

  it('a visit, when its address is opened without any cookie, as in a new tab, then is not said to be over', async () => {
    const path = await web.launch(web.browser(), { roles: nobody });
    const { status, text } = await web.browser().get(path);
    expect(status).to.equal(403);
    expect(text).to.contain('This page works only inside your course page');
    expect(text).not.to.contain('visit has ended').and.not.to.contain('is over');
  });

  it('a visit, when its platform is suspended, then is over', async () => {
    const browser = web.browser();
    const path = await web.launch(browser, { roles: nobody });
    await suspendPlatform(web.services, 'platform-1');
    expect((await browser.get(path)).text).to.contain('Your visit has ended');
  });

  it('a visit, when the launch spoke French, then its pages do, whatever the browser prefers', async () => {
    const browser = web.browser();
    const path = await web.launch(browser, { roles: nobody, locale: 'fr_be' });
    const { text } = await browser.get(path);
    expect(text).to.contain('<html lang="fr"').and.to.contain('ni enseignant ni apprenant');
  });

  it('an own page, when the reader asks for French, then stays French', async () => {
    const browser = web.browser();
    expect((await browser.get('/nope?lang=fr')).text).to.contain('<html lang="fr"');
    expect((await browser.get('/nope')).text).to.contain('Cette page n’existe pas');
    expect((await browser.get('/nope?lang=en')).text).to.contain('<html lang="en"');
  });

  it('the log, when a visit is used, then names neither visit nor cookie nor person', async () => {
    const browser = web.browser();
    const path = await web.launch(browser, { roles: nobody, locale: 'en' });
    await browser.get(`${path}?email=ada@example.org`);
    const written = JSON.stringify(web.log);
    const secrets = [
      path.split('/')[2],
      browser.cookies.get('__Host-acquis-browser'),
      'ada@example.org',
      'Ada',
    ];
    for (const secret of secrets) expect(written).not.to.contain(secret);
    expect(written).to.contain('/visits/…/');
  });
});
