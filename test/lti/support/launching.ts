/** The way of a launch through a browser that keeps cookies, step by step, so that a test may do one of them otherwise. */
import type { DemoLms } from '../../../src/demo-lms/demo-lms.js';
import type { Platform } from '../../../src/domain/platforms/platform.js';
import { formIn, loginRequestOf } from '../../demo-lms/stand-in-tool.js';
import type { Page, TestBrowser } from '../../web/support/test-browser.js';
import type { LtiHarness } from './lti-harness.js';
import type { ScriptedPlatform } from './scripted-platform.js';

/** What an LMS posts to begin a launch. */
export function aLogin(acquis: LtiHarness, platform: Platform): Record<string, string> {
  return {
    iss: platform.issuer,
    client_id: platform.clientId,
    login_hint: 'learner-1',
    lti_message_hint: 'hint-1',
    target_link_uri: `${acquis.base}/lti/launch`,
  };
}

/** Posts the login, and follows to where Acquis asks the browser to show its cookie. */
export async function login(browser: TestBrowser, fields: Record<string, string>): Promise<Page> {
  let page = await browser.send('/lti/login', fields);
  if (page.status === 303) page = await browser.get(page.headers.get('Location') ?? '');
  return page;
}

/** The authentication request that Acquis sends the browser away with. */
export function authenticationOf(page: Page): { state: string; nonce: string; url: URL } {
  const url = new URL(page.headers.get('Location') ?? 'missing:');
  return { url, state: url.searchParams.get('state') ?? '', nonce: url.searchParams.get('nonce') ?? '' };
}

/** A login in this browser. */
export async function begin(
  acquis: LtiHarness,
  lms: ScriptedPlatform,
  browser: TestBrowser,
  fields: Record<string, string> = {},
): Promise<{ state: string; nonce: string; url: URL }> {
  return authenticationOf(await login(browser, { ...aLogin(acquis, lms.platform), ...fields }));
}

/** A whole launch of a scripted LMS; `changes` are those of the claims. */
export async function launchWith(
  acquis: LtiHarness,
  lms: ScriptedPlatform,
  changes: Record<string, unknown> = {},
  browser = acquis.browser(),
): Promise<Page> {
  const { state, nonce } = await begin(acquis, lms, browser);
  return browser.send('/lti/launch', { state, id_token: await lms.sign(lms.claims(nonce, changes)) });
}

/** What the demonstration LMS posts after a login in this browser: state and id_token, or an error. */
export async function answerOf(
  lms: DemoLms,
  browser: TestBrowser,
  userId: string,
  activityId: string,
): Promise<Record<string, string>> {
  const cookie = lms.controls.sessionCookie(userId);
  const { url } = authenticationOf(await login(browser, await loginRequestOf(lms, cookie, activityId)));
  const answer = await fetch(url, { headers: { Cookie: cookie } });
  return formIn(await answer.text()).fields;
}

/** A whole launch of the demonstration LMS. */
export async function launchFrom(
  lms: DemoLms,
  browser: TestBrowser,
  userId: string,
  activityId: string,
): Promise<Page> {
  return browser.send('/lti/launch', await answerOf(lms, browser, userId, activityId));
}

/** The code of an error page. */
export function codeOf(page: Page): string | undefined {
  return /data-problem="([^"]+)"/.exec(page.text)?.[1];
}
