/**
 * A browser for journeys, that blocks or allows third-party cookies. Measured with Chromium 156: playwright's ordinary contexts,
 * each with cookies and storage of its own, block always; they share one process of Chromium, since starting one costs more than
 * most tests do in it. To allow them takes a profile of its own, whose preference `profile.cookie_controls_mode` is 0 (switches
 * such as --test-third-party-cookie-phaseout change nothing).
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { bringChromium } from './bring-chromium.js';

export interface BrowserOptions {
  /** Cookies that are not partitioned, in a frame of another site: 'blocked' is the default, as in most browsers. */
  thirdPartyCookies?: 'blocked' | 'allowed';
  /** Language the browser asks for, default en. */
  locale?: string;
  /** Width and height in CSS pixels, default 1280 x 800. */
  viewport?: { width: number; height: number };
  /** Accept a certificate nobody signed; default false. */
  ignoreHttpsErrors?: boolean;
  /** Default true. */
  javaScript?: boolean;
}

export interface TestBrowser {
  context: BrowserContext;
  /** Closes it and removes all it kept. */
  close(): Promise<void>;
}

/**
 * Of two switches of one name the last counts, so this says again what playwright-core turns off, and then the process kept
 * ready for a next page, which most tests never open (measured: a sixth of what a browser test costs).
 */
export const turnedOff = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'SpareRendererForSitePerProcess',
];

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  `--disable-features=${turnedOff.join(',')}`,
];

/** Nobody's cookies or storage are in it. Close it in `after`. */
export function openBrowser(options: BrowserOptions = {}): Promise<TestBrowser> {
  const seen: BrowserContextOptions = {
    locale: options.locale ?? 'en',
    viewport: options.viewport ?? { width: 1280, height: 800 },
    ignoreHTTPSErrors: options.ignoreHttpsErrors ?? false,
    javaScriptEnabled: options.javaScript ?? true,
  };
  return options.thirdPartyCookies === 'allowed' ? openAllowing(seen) : openContext(seen);
}

/** How many use it, and a moment for the next one: a file of tests often opens one where another has just closed its own. */
let shared: { browser: Promise<Browser>; users: number; ending?: NodeJS.Timeout } | undefined;
const keptForMs = 1000;

async function openContext(seen: BrowserContextOptions): Promise<TestBrowser> {
  shared ??= { browser: started().then((how) => chromium.launch(how)), users: 0 };
  const used = shared;
  clearTimeout(used.ending);
  used.users += 1;
  const context = await (await used.browser).newContext(seen);
  const close = async (): Promise<void> => {
    await context.close();
    used.users -= 1;
    if (used.users === 0) used.ending = setTimeout(() => void end(used.browser), keptForMs);
  };
  return { context, close };
}

async function end(browser: Promise<Browser>): Promise<void> {
  shared = undefined;
  await (await browser).close();
}

async function openAllowing(seen: BrowserContextOptions): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'acquis-browser-'));
  await mkdir(join(profile, 'Default'));
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, { ...seen, ...(await started()) });
  const close = async (): Promise<void> => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, close };
}

async function started(): Promise<{ executablePath: string; args: string[] }> {
  const executablePath = await bringChromium((sentence) => console.error(sentence));
  // Chromium's sandbox refuses to run as root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
  return { executablePath, args };
}
