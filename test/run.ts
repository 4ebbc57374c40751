/**
 * `npm test`: brings what the tests need, builds the sources, starts one embedded database in memory, runs mocha and ends with
 * the failures and the line "N passed, N failed". Arguments are files or folders below test/; without any, all tests run, shared out in portions.
 * `--coverage` adds c8, in one process.
 */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { startEngine, type Engine } from '../src/edges/storage/engine/start-engine.js';
import { bringChromium } from './support/bring-chromium.js';
import { bringVerifier } from './support/bring-verifiers.js';
import { buildSources } from './support/build-sources.js';
import { startMocha, type MochaOutcome, type MochaProcess } from './support/mocha-process.js';
import { portionsOf } from './support/portions.js';

const root = resolve(import.meta.dirname, '..');
const say = (sentence: string): void => console.log(sentence);
const silent = (): void => undefined;
/** No run takes that long. */
const keptForMs = 2 * 60 * 60_000;

const wanted = process.argv.slice(2).filter((argument) => argument !== '--coverage');
const coverage = process.argv.includes('--coverage');
const together = wanted.length > 0 || coverage;
let engine: Engine | undefined;
const running = new Set<MochaProcess>();
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    for (const one of running) void one.end();
  });
}

const temporary = await mkdtemp(join(tmpdir(), 'acquis-test-'));
const built = await newBuildFolder();
let outcomes: MochaOutcome[] = [];
let failure: unknown;
try {
  await bring();
  await buildSources(['src', 'config', 'test'], built);
  if (!interrupted) outcomes = await runAll(await filesOf(wanted.length > 0 ? wanted : ['test']));
} catch (error) {
  failure = error;
  say(error instanceof Error ? error.message : String(error));
} finally {
  await engine?.stop();
  for (const folder of [temporary, built]) await rm(folder, { recursive: true, force: true });
}

const sum = (part: 'passed' | 'failed' | 'pending'): number =>
  outcomes.reduce((all, { totals }) => all + totals[part], 0);
const sound = failure === undefined && outcomes.every((outcome) => outcome.sound);
const none = sum('passed') + sum('failed') === 0;
if (interrupted) say('The run was interrupted.');
else if (none) say('No test ran.');
else if (!sound && sum('failed') === 0) say('A process of the tests ended with an error.');
// Said again at the end: of a long output often the end alone is kept.
for (const told of outcomes.flatMap(({ totals }) => totals.failures)) say(`Failed: ${told}`);
if (sum('pending') > 0) say(`${sum('pending')} left out`);
say(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sound && !none && !interrupted && sum('failed') === 0 ? 0 : 1;

/** A folder of its own for each run: two at the same time do not build into each other. Those of runs that were killed go. */
async function newBuildFolder(): Promise<string> {
  const folder = join(root, 'var', 'test');
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > keptForMs) await rm(join(folder, name), { recursive: true, force: true });
  }
  return mkdtemp(join(folder, 'run-'));
}

/** One after the other: installers in parallel would only take turns on a small machine. */
async function bring(): Promise<void> {
  await bringChromium(say);
  await bringVerifier('openbadges', say);
  await bringVerifier('openbadgeslib', say);
  await bringVerifier('verifier-core', say);
  await bringVerifier('vc-bitstring-status-list', say);
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
  return found.map((file) => relative(root, resolve(file))).sort();
}

/**
 * One process at a time more than there are processors (four at most), since tests also wait; those that were named run in one,
 * which prints at once. One begins with what is long, the others at the other end: browsers beside browsers make each other late.
 */
async function runAll(files: string[]): Promise<MochaOutcome[]> {
  const portions = together ? [files] : portionsOf(files);
  const count = Math.min(availableParallelism() + 1, 4, portions.length);
  const ended: MochaOutcome[] = [];
  let begun = 0;
  const runSome = async (next: () => string[] | undefined): Promise<void> => {
    for (let portion = next(); portion && !interrupted; portion = next()) {
      const outcome = await runPortion(portion, join(temporary, String((begun += 1))));
      ended.push(outcome);
      say(outcome.printed);
    }
  };
  await Promise.all(
    Array.from({ length: count }, (_, nth) => runSome(() => (nth === 0 ? portions.shift() : portions.pop()))),
  );
  return ended;
}

async function runPortion(files: string[], folder: string): Promise<MochaOutcome> {
  await mkdir(folder);
  const mocha = startMocha({
    files: files.map((file) => join(built, file.replace(/\.ts$/, '.js'))),
    build: built,
    folder,
    coverage,
    printsAtOnce: together,
    say,
    environment: {
      ...process.env,
      ACQUIS_TEST_MONGODB_URI: process.env['ACQUIS_TEST_MONGODB_URI'] ?? engine?.uri,
      // Whatever a test leaves behind goes away with the run.
      TMPDIR: folder,
    },
  });
  running.add(mocha);
  try {
    return await mocha.outcome;
  } finally {
    running.delete(mocha);
  }
}
