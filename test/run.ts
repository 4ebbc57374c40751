/**
 * `npm test`: brings what the tests need, starts one embedded database in memory, runs mocha and ends with the line
 * "N passed, N failed". Arguments are files or folders below test/; without any, all tests run. `--coverage` adds c8.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEngine, type Engine } from '../src/edges/storage/engine/start-engine.js';
import { bringChromium } from './support/bring-chromium.js';
import { bringVerifier } from './support/bring-verifiers.js';
import type { Totals } from './support/totals-reporter.js';

const root = resolve(import.meta.dirname, '..');
const say = (sentence: string): void => console.log(sentence);
const silent = (): void => undefined;
/** Something hangs when it takes that long, even on a busy machine. */
const limitMs = 30 * 60_000;
/** How long the process may live on after the last test. */
const lingerMs = 10_000;

const wanted = process.argv.slice(2).filter((argument) => argument !== '--coverage');
const coverage = process.argv.includes('--coverage');
let engine: Engine | undefined;
let mocha: ChildProcess | undefined;
let interrupted = false;
let ending: Promise<void> | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    ending ??= endMocha();
  });
}

const temporary = await mkdtemp(join(tmpdir(), 'acquis-test-'));
const totalsFile = join(temporary, 'totals.json');
let totals: Totals = { passed: 0, failed: 0, pending: 0 };
let sound = false;
try {
  await bring();
  const code = interrupted ? 1 : await runMocha(await specs());
  totals = await readTotals();
  sound = code === 0;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
} finally {
  await ending;
  await engine?.stop();
  await rm(temporary, { recursive: true, force: true });
}

const none = totals.passed + totals.failed === 0;
if (interrupted) say('The run was interrupted.');
else if (none) say('No test ran.');
else if (!sound && totals.failed === 0) say('The test process ended with an error.');
if (totals.pending > 0) say(`${totals.pending} left out`);
say(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = sound && !none && !interrupted && totals.failed === 0 ? 0 : 1;

/** One after the other: installers in parallel would only take turns on a small machine. */
async function bring(): Promise<void> {
  await bringChromium(say);
  await bringVerifier('openbadges', say);
  await bringVerifier('openbadgeslib', say);
  if (process.env['ACQUIS_TEST_MONGODB_URI']) return;
  engine = await startEngine({
    dataFolder: ':memory:',
    engineFolder: join(root, 'var/engine'),
    log: { debug: silent, info: silent },
    onProgress: say,
    onDied: (how) => say(`The database of the tests ended: ${how}.`),
  });
}

/** A folder means all test files below it. */
async function specs(): Promise<string[]> {
  const names = wanted.length > 0 ? wanted : ['test'];
  return Promise.all(
    names.map(async (name) => ((await stat(name)).isDirectory() ? `${name}/**/*.test.ts` : name)),
  );
}

function runMocha(files: string[]): Promise<number> {
  const program = [join(root, 'node_modules/mocha/bin/mocha.js')];
  if (coverage)
    program.unshift(join(root, 'node_modules/c8/bin/c8.js'), '--src', 'src', '--reporter', 'text', 'node');
  // All files share the processors. A few run in one process: then what they leave open keeps it alive, and is told below.
  if (wanted.length === 0) program.push('--parallel', '--jobs', String(Math.min(availableParallelism(), 4)));
  const reporter = join(root, 'test/support/totals-reporter.ts');
  mocha = spawn(process.execPath, [...program, '--reporter', reporter, ...files], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
    env: {
      ...process.env,
      ACQUIS_TEST_MONGODB_URI: process.env['ACQUIS_TEST_MONGODB_URI'] ?? engine?.uri,
      ACQUIS_TEST_TOTALS: totalsFile,
      // Whatever a test leaves behind goes away with the run.
      TMPDIR: temporary,
    },
  });
  const begun = Date.now();
  let reported: number | undefined;
  const watch = setInterval(() => {
    if (existsSync(totalsFile)) reported ??= Date.now();
    const hangs = reported !== undefined && Date.now() - reported > lingerMs;
    if (hangs) say('All tests have run, but something was left open that keeps the process alive.');
    const late = Date.now() - begun > limitMs;
    if (late) say(`The tests did not end within ${limitMs / 60_000} minutes.`);
    if (!hangs && !late) return;
    clearInterval(watch);
    ending ??= endMocha();
  }, 500);
  return new Promise<number>((done, fail) => {
    mocha?.once('error', fail);
    mocha?.once('exit', (code) => done(code ?? 1));
  }).finally(() => clearInterval(watch));
}

/** Ends mocha with all it has started (they share its process group): asked first, killed after 5 s. */
async function endMocha(): Promise<void> {
  const group = mocha?.pid;
  if (group === undefined) return;
  for (let tries = 0; tries < 50 && signalGroup(group, tries === 0 ? 'SIGTERM' : 0); tries += 1)
    await sleep(100);
  signalGroup(group, 'SIGKILL');
}

/** Whether the group still had a process to receive it; signal 0 only asks. */
function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}

async function readTotals(): Promise<Totals> {
  try {
    return JSON.parse(await readFile(totalsFile, 'utf8')) as Totals;
  } catch {
    return { passed: 0, failed: 0, pending: 0 };
  }
}
