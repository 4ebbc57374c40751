/**
 * What a story in a browser stands on: Acquis on localhost, demonstration LMSs on 127.0.0.1 (another site), and a browser a
 * person. A step after a failed one does not run: it would only fail again.
 */
import { startDemoLms, type DemoLms } from '../../src/demo-lms/demo-lms.js';
import { startMailbox, type Mailbox } from '../../src/demo-lms/mailbox/start-mailbox.js';
import type { LmsKind } from '../../src/demo-lms/state/lms-state.js';
import type { Clock } from '../../src/shared/clock.js';
import { openBrowser, type BrowserOptions, type TestBrowser } from '../support/chromium.js';
import { startTestAcquis, type TestAcquis } from '../support/running-acquis.js';

export interface Story<Person extends string> {
  acquis: TestAcquis;
  lms: Record<LmsKind, DemoLms>;
  /** What learners get by e-mail. */
  mailbox: Mailbox;
  browsers: Record<Person, TestBrowser>;
}

/** Registers the hooks; what it stands on is there once the steps run. */
export function tellStory<Person extends string>(
  kinds: readonly LmsKind[],
  people: Record<Person, BrowserOptions>,
  options: { clock?: Clock } = {},
): Story<Person> {
  const story = { lms: {}, browsers: {} } as Story<Person>;
  const opened: (() => Promise<unknown>)[] = [];
  let told = true;

  before(async () => {
    const mailbox = await startMailbox();
    story.mailbox = mailbox;
    opened.push(() => mailbox.close());
    story.acquis = await startTestAcquis({
      ...options,
      settings: { ACQUIS_SMTP_URL: mailbox.url, ACQUIS_MAIL_FROM: 'Acquis <no-reply@example.invalid>' },
    });
    opened.push(() => story.acquis.end());
    const { base } = story.acquis;
    const tool = {
      loginUrl: `${base}/lti/login`,
      launchUrl: `${base}/lti/launch`,
      keySetUrl: `${base}/lti/keys`,
    };
    for (const kind of kinds) {
      const lms = await startDemoLms({ kind, host: '127.0.0.1', port: 0, tool, mailbox });
      opened.push(() => lms.close());
      story.lms[kind] = lms;
    }
    for (const person of Object.keys(people) as Person[]) {
      const browser = await openBrowser(people[person]);
      opened.push(() => browser.close());
      story.browsers[person] = browser;
    }
  });
  beforeEach(() => {
    if (!told) throw new Error('an earlier step of this story failed');
  });
  afterEach(async function () {
    told = this.currentTest?.state !== 'failed';
    if (!told) console.error(await whatIsSeen(story.browsers));
  });
  after(async () => {
    for (const close of opened.reverse()) await close();
  });
  return story;
}

/** What stands in each open page and its frames, to be told of a step that failed: its own words say only what was not there. */
async function whatIsSeen(browsers: Record<string, TestBrowser>): Promise<string> {
  const frames = Object.entries(browsers).flatMap(([person, { context }]) =>
    context.pages().flatMap((page) => page.frames().map((frame) => [person, frame] as const)),
  );
  const told = frames.map(async ([person, frame]) => {
    const text = await frame.locator('body').innerText({ timeout: 2_000 });
    return `${person} at ${frame.url()}\n${text.slice(0, 2_000)}`;
  });
  const seen = await Promise.allSettled(told);
  return seen.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason))).join('\n\n');
}
