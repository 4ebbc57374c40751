/** Claims as real LMSs send them, a little off the standard: read where nothing depends on it, passed over where it cannot be. */
import { expect } from 'chai';
import type { Launch } from '../../src/domain/courses/launch.js';
import { launchWith } from './support/launching.js';
import { startLti, type LtiHarness } from './support/lti-harness.js';
import { claim, startScriptedPlatform, type ScriptedPlatform } from './support/scripted-platform.js';

const ags = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
const nrps = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';

describe('claims of a launch', () => {
  let acquis: LtiHarness;
  let lms: ScriptedPlatform;
  before(async () => {
    lms = await startScriptedPlatform(() => acquis.base);
    acquis = await startLti({ platforms: [lms.platform] });
  });
  after(async () => {
    await acquis.close();
    await lms.close();
  });
  const read = async (changes: Record<string, unknown>): Promise<Launch> => {
    const page = await launchWith(acquis, lms, changes);
    const launch = acquis.launches.at(-1);
    if (page.status !== 303 || !launch) throw new Error(`answered ${page.status}`);
    return launch;
  };

  const locales: [unknown, string | undefined][] = [
    ['fr', 'fr'],
    ['fr_be', 'fr-be'],
    ['zh-Hans-CN', 'zh-Hans-CN'],
    ['$Message.locale', undefined],
    ['', undefined],
    [null, undefined],
  ];
  for (const [sent, locale] of locales) {
    it(`the locale ${JSON.stringify(sent)}, launched with, is ${locale ?? 'not known'}`, async () => {
      expect((await read({ [claim('launch_presentation')]: { locale: sent } })).locale).to.equal(locale);
    });
  }

  it('the locale of the launch, where the browser speaks another, decides the language of the pages', async () => {
    const browser = acquis.browser();
    const page = await launchWith(
      acquis,
      lms,
      { [claim('launch_presentation')]: { locale: 'fr_ca' } },
      browser,
    );
    const progress = await browser.get(`${page.headers.get('Location') ?? ''}progress`);
    expect(progress.text).to.contain('<html lang="fr"');
  });

  it('names in parts, an address that is none, and nulls, launched with, are read as far as they go', async () => {
    const told = { name: null, given_name: 'Ada', family_name: 'Learner', email: 'at home', picture: null };
    expect((await read(told)).person).to.deep.equal({
      subject: 'learner-1',
      name: 'Ada Learner',
      email: undefined,
    });
  });

  it('a link and a course without titles, launched with, are known by their ids', async () => {
    const launch = await read({
      [claim('resource_link')]: { id: 'link-1', title: null, description: null },
      [claim('context')]: { id: '2', label: 'MC101', type: null },
    });
    expect([launch.link, launch.context]).to.deep.equal([
      { id: 'link-1', title: '', lineItemUrl: undefined },
      { id: '2', title: 'MC101', label: 'MC101' },
    ]);
  });

  it('custom parameters of any kind, launched with, keep nobody out', async () => {
    for (const custom of [{ number: 7, list: [1], nothing: null }, null, 'text'])
      expect((await read({ [claim('custom')]: custom })).link.id).to.equal('link-1');
  });

  for (const address of ['javascript:alert(1)', 'file:///etc/passwd', 'not an address', '', null, 7]) {
    it(`service and return addresses that are ${JSON.stringify(address)}, launched with, are not offered`, async () => {
      const launch = await read({
        [ags]: { scope: null, lineitems: address, lineitem: address },
        [nrps]: { context_memberships_url: address },
        [claim('launch_presentation')]: { return_url: address },
      });
      expect([
        launch.membershipsUrl,
        launch.lineItemsUrl,
        launch.link.lineItemUrl,
        launch.returnUrl,
        launch.gradeScopes,
      ]).to.deep.equal([undefined, undefined, undefined, undefined, []]);
    });
  }

  it('services that are no objects, launched with, are not offered', async () => {
    const launch = await read({ [ags]: 'none', [nrps]: [], [claim('launch_presentation')]: 'iframe' });
    expect([launch.membershipsUrl, launch.lineItemsUrl]).to.deep.equal([undefined, undefined]);
  });
});
