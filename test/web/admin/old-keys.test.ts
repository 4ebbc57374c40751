import { expect } from 'chai';
import { renewDueKeys } from '../../../src/domain/institutions/renew-due-keys.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { readable } from '../course/course-web.js';
import type { TestBrowser } from '../support/test-browser.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { hiddenFields, password, signedInAdministrator } from './admin-forms.js';

const made = new Date('2026-09-01T08:00:00Z');
const french = { 'Accept-Language': 'fr' };

describe('the age of signing keys, for the administrator', function () {
  this.timeout(60_000);
  let web: WebHarness;
  let admin: TestBrowser;
  let institutionId: string;
  let path: string;
  let now: Date;

  async function start(renewal: 'scheduled' | 'asked', years = 3): Promise<void> {
    now = made;
    const clock = (): Date => now;
    web = await startWeb({ keys: memoryKeys(undefined, clock), clock, keySchedule: { years, renewal } });
    admin = await signedInAdministrator(web);
    const [institution] = await web.services.institutions.all();
    institutionId = institution?.id ?? '';
    path = `/admin/institutions/${institutionId}/keys`;
    await web.services.keys.ensure(institutionId);
  }
  afterEach(() => web.close());

  /** What overview and page of the keys say by then. */
  async function said(at: string, headers = {}): Promise<string[]> {
    now = new Date(at);
    admin = web.browser();
    await admin.submit('/admin/sign-in', { password });
    const texts: string[] = [];
    for (const each of ['/admin', path]) texts.push(readable((await admin.get(each, headers)).text));
    return texts;
  }

  it('when keys renew by themselves, then overview and page announce the day, 30 days before and not earlier, in either language', async () => {
    await start('scheduled');
    for (const text of await said('2029-08-02T07:59:59Z')) expect(text).not.to.contain('These signing keys');
    for (const text of await said('2029-08-02T08:00:00Z'))
      expect(text).to.contain('These signing keys are renewed by themselves on 1 September 2029.');
    for (const text of await said('2029-08-20T08:00:00Z', french))
      expect(text).to.contain(
        'Ces clés de signature seront renouvelées automatiquement le 1er septembre 2029.',
      );
  });

  it('when the day has passed, then overview and page say since when, and afterwards the page that it was by schedule', async () => {
    await start('scheduled');
    for (const text of await said('2029-09-02T08:00:00Z'))
      expect(text).to.contain('These signing keys have been due for new ones since 1 September 2029,');
    await renewDueKeys(web.services, institutionId);
    const [overview, page = ''] = await said('2029-09-02T08:05:00Z');
    expect(overview).not.to.contain('These signing keys');
    expect(
      page.match(/ Retired In use from 1 September 2026 to 2 September 2029, then renewed by schedule\./g),
    ).to.have.length(2);
    expect(page.match(/ In use In use since 2 September 2029/g)).to.have.length(2);
    const [, inFrench = ''] = await said('2029-09-02T08:05:00Z', french);
    expect(inFrench).to.contain(
      'En service du 1er septembre 2026 au 2 septembre 2029, puis renouvelée selon le calendrier.',
    );
  });

  it('when the button renews them before, then nothing is announced, and the page does not say that it was by schedule', async () => {
    await start('scheduled');
    await said('2029-08-20T08:00:00Z');
    const form = hiddenFields((await admin.get(path)).text);
    await admin.send(path, { ...form, sure: 'yes' });
    for (const text of await said('2029-08-21T08:00:00Z'))
      expect(text).not.to.contain('These signing keys').and.not.to.contain('by schedule');
  });

  it('when keys renew by themselves, then the page says after how many years; when they do not, it does not', async () => {
    const sentence = / years? old are renewed by themselves/;
    await start('scheduled');
    expect((await said('2026-09-02T08:00:00Z'))[1]).to.contain(
      'Keys that are 3 years old are renewed by themselves',
    );
    await web.close();
    await start('scheduled', 1);
    expect((await said('2026-09-02T08:00:00Z'))[1]).to.contain(
      'Keys that are a year old are renewed by themselves',
    );
    await web.close();
    await start('scheduled', 0);
    expect((await said('2036-09-02T08:00:00Z'))[1]).not.to.match(sentence);
    await web.close();
    await start('asked');
    expect((await said('2026-09-02T08:00:00Z'))[1]).not.to.match(sentence);
  });

  it('when the administrator wants to be asked, then overview and page say that keys are old, and announce nothing', async () => {
    await start('asked');
    for (const text of await said('2029-08-20T08:00:00Z'))
      expect(text).not.to.contain('These signing keys').and.not.to.contain('years old');
    for (const text of await said('2029-09-02T08:00:00Z'))
      expect(text)
        .to.contain('The signing keys are more than 3 years old.')
        .and.not.to.contain('by themselves');
  });
});
