/**
 * `npm test`: brings what the tests need, starts one embedded database in memory, runs mocha and ends with the line
 * "N passed, N failed". Arguments are files or folders below test/; without any, all tests run, shared out among as many
 * processes as there are processors (four at most). `--coverage` adds c8, in one process.
 */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startEngine, type Engine } from '../src/edges/storage/engine/start-engine.js';
import { bringChromium } from './support/bring-chromium.js';
import { bringVerifier } from './support/bring-verifiers.js';
import { startMocha, type MochaOutcome, type MochaProcess } from './support/mocha-process.js';

const root = resolve(import.meta.dirname, '..');
const say = (sentence: string): void => console.log(sentence);
const silent = (): void => undefined;

const wanted = process.argv.slice(2).filter((argument) => argument !== '--coverage');
const coverage = process.argv.includes('--coverage');
let engine: Engine | undefined;
let running: MochaProcess[] = [];
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    for (const one of running) void one.end();
  });
}

const temporary = await mkdtemp(join(tmpdir(), 'acquis-test-'));
let outcomes: MochaOutcome[] = [];
let failure: unknown;
try {
  await bring();
  if (!interrupted) outcomes = await runAll(await filesOf(wanted.length > 0 ? wanted : ['test']));
} catch (error) {
  failure = error;
  say(error instanceof Error ? error.message : String(error));
} finally {
  await engine?.stop();
  await rm(temporary, { recursive: true, force: true });
}

const sum = (part: 'passed' | 'failed' | 'pending'): number =>
  outcomes.reduce((all, { totals }) => all + totals[part], 0);
const sound = failure === undefined && outcomes.every((outcome) => outcome.sound);
const none = sum('passed') + sum('failed') === 0;
if (interrupted) say('The run was interrupted.');
else if (none) say('No test ran.');
else if (!sound && sum('failed') === 0) say('A process of the tests ended with an error.');
if (sum('pending') > 0) say(`${sum('pending')} left out`);
say(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sound && !none && !interrupted && sum('failed') === 0 ? 0 : 1;

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
async function filesOf(names: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    if (!(await stat(name)).isDirectory()) found.push(name);
    else
      for (const below of await readdir(name, { recursive: true }))
        if (below.endsWith('.test.ts')) found.push(join(name, below));
  }
  return found.sort();
}

/** Neighbours go to different processes: what takes long lies together. */
async function runAll(files: string[]): Promise<MochaOutcome[]> {
  const count = wanted.length > 0 || coverage ? 1 : Math.min(availableParallelism(), 4);
  const shares = Array.from({ length: count }, (_, share) =>
    files.filter((_file, at) => at % count === share),
  );
  running = await Promise.all(
    shares.map(async (share, at) => {
      const folder = join(temporary, String(at));
      await mkdir(folder);
      return startMocha({
        files: share,
        folder,
        coverage,
        printsAtOnce: at === 0,
        say,
        environment: {
          ...process.env,
          ACQUIS_TEST_MONGODB_URI: process.env['ACQUIS_TEST_MONGODB_URI'] ?? engine?.uri,
          // Whatever a test leaves behind goes away with the run.
          TMPDIR: folder,
        },
      });
    }),
  );
  const ended: MochaOutcome[] = [];
  for (const { outcome } of running) {
    ended.push(await outcome);
    say(ended.at(-1)?.printed ?? '');
  }
  return ended;
}
