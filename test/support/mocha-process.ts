/**
 * One process of mocha in a process group of its own: started, watched, ended with all it has started. It must end by itself
 * once its tests have run: what they leave open is a fault.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectPath } from '../../src/shared/project-path.js';
import type { Totals } from './totals-reporter.js';

export interface MochaRun {
  /** Test files of the build. */
  files: string[];
  /** Folder of the build. */
  build: string;
  environment: NodeJS.ProcessEnv;
  /** Folder for what it writes besides. */
  folder: string;
  coverage: boolean;
  /** False: what it prints is kept and handed over in the outcome, so that two do not print into each other. */
  printsAtOnce: boolean;
  say: (sentence: string) => void;
}

export interface MochaOutcome {
  /** Whether it ended by itself and without failures. */
  sound: boolean;
  totals: Totals;
  /** What it printed, where it was kept. */
  printed: string;
}

export interface MochaProcess {
  outcome: Promise<MochaOutcome>;
  /** Ends it with all it has started: asked first, killed after 5 s. */
  end(): Promise<void>;
}

/** Something hangs when it takes that long, even on a busy machine. */
const limitMs = 20 * 60_000;
/** How long the process may live on after the last test. */
const lingerMs = 10_000;

/** For tests that are run from their sources, without `npm test`; what it says of time holds here as well. */
const { timeout } = JSON.parse(readFileSync(projectPath('.mocharc.json'), 'utf8')) as { timeout: number };

export function startMocha(run: MochaRun): MochaProcess {
  const { files, build, environment, folder, coverage, printsAtOnce, say } = run;
  const totalsFile = join(folder, 'totals.json');
  const reporter = join(build, 'test/support/totals-reporter.js');
  const mocha = [
    '--enable-source-maps',
    ...[projectPath('node_modules/mocha/bin/mocha.js'), '--no-config', '--timeout', String(timeout)],
    ...['--reporter', reporter, ...files],
  ];
  const c8 = [
    projectPath('node_modules/c8/bin/c8.js'),
    '--src',
    'src',
    '--reporter',
    'text',
    process.execPath,
  ];
  const child = spawn(process.execPath, coverage ? [...c8, ...mocha] : mocha, {
    cwd: projectPath(),
    stdio: ['ignore', printsAtOnce ? 'inherit' : 'pipe', printsAtOnce ? 'inherit' : 'pipe'],
    detached: true,
    env: { ...environment, ACQUIS_TEST_TOTALS: totalsFile },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));

  let ending: Promise<void> | undefined;
  const end = (): Promise<void> => (ending ??= endGroup(child.pid));
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
    void end();
  }, 500);

  const outcome = new Promise<number>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done(code ?? 1));
  })
    .finally(() => clearInterval(watch))
    .then(async (code) => {
      await ending;
      return { sound: code === 0, totals: await readTotals(totalsFile), printed };
    });
  return { outcome, end };
}

async function endGroup(group: number | undefined): Promise<void> {
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

async function readTotals(file: string): Promise<Totals> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Totals;
  } catch {
    return { passed: 0, failed: 0, pending: 0, failures: [] };
  }
}
