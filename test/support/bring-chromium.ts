/**
 * Finds a Chromium for the browser journeys, and brings one when there is none: the distribution's package where this
 * process may install packages, else the build playwright-core names. https://playwright.dev/docs/browsers
 */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { runProgram } from '../../src/edges/storage/engine/run-program.js';
import { projectPath } from '../../src/shared/project-path.js';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const installWithinMs = 5 * 60_000;

/**
 * Path of a Chromium: ACQUIS_TEST_CHROMIUM, else on PATH, else playwright-core's own, else a newly installed one.
 * @throws Error that says what to install
 */
export async function bringChromium(onProgress: (sentence: string) => void): Promise<string> {
  const present = await findChromium();
  if (present) return present;
  const words: string[] = [];
  for (const [sentence, program, ...args] of waysToInstall()) {
    onProgress(sentence);
    const { code, output } = await runProgram(program, args, installWithinMs);
    if (code !== 0) words.push(output.trim().split('\n').slice(-2).join(' | '));
    const brought = await findChromium();
    if (brought) return brought;
  }
  throw new Error(
    'the browser tests need Chromium: install it (on Debian: apt install chromium), or run ' +
      `"npx playwright-core install chromium", or name one in ACQUIS_TEST_CHROMIUM (${words.join('; ')})`,
  );
}

async function findChromium(): Promise<string | undefined> {
  const named = process.env['ACQUIS_TEST_CHROMIUM'];
  if (named) {
    if (await isProgram(named)) return named;
    throw new Error(`ACQUIS_TEST_CHROMIUM names ${named}, which is no program`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const file of [...onPath, chromium.executablePath()]) {
    if (await isProgram(file)) return file;
  }
  return undefined;
}

function waysToInstall(): [sentence: string, program: string, ...args: string[]][] {
  const own = projectPath('node_modules/playwright-core/cli.js');
  const ways: [string, string, ...string[]][] = [
    [
      'Installing the Chromium that playwright-core names, once.',
      process.execPath,
      own,
      'install',
      'chromium',
    ],
  ];
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    const install =
      'apt-get update -q && apt-get install -q -y --no-install-recommends chromium || exit 1; chromium --version';
    ways.unshift([
      'Installing the package chromium, once.',
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'sh',
      '-c',
      install,
    ]);
  }
  return ways;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
