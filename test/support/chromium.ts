/**
 * A browser for journeys: Chromium with a profile of its own that blocks or allows third-party cookies. Measured with
 * Chromium 156: only the profile's preference `profile.cookie_controls_mode` decides (1 blocks, 0 allows); switches
 * such as --test-third-party-cookie-phaseout change nothing, and playwright's ordinary contexts block always.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
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
  /** Closes the browser and removes its profile. */
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

/** Opens a headless Chromium with an empty profile. Close it in `after`. */
export async function openBrowser(options: BrowserOptions = {}): Promise<TestBrowser> {
  const executablePath = await bringChromium((sentence) => console.error(sentence));
  const profile = await mkdtemp(join(tmpdir(), 'acquis-browser-'));
  await mkdir(join(profile, 'Default'));
  const mode = options.thirdPartyCookies === 'allowed' ? 0 : 1;
  const preferences = { profile: { cookie_controls_mode: mode, block_third_party_cookies: mode === 1 } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  // Chromium's sandbox refuses to run as root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args,
    locale: options.locale ?? 'en',
    viewport: options.viewport ?? { width: 1280, height: 800 },
    ignoreHTTPSErrors: options.ignoreHttpsErrors ?? false,
    javaScriptEnabled: options.javaScript ?? true,
  });
  const close = async (): Promise<void> => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, close };
}
