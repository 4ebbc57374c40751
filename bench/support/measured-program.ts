/** A program in a process of its own that tells what it has used. Production settings, its words kept for when it fails. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { builtModule } from './build-program.js';
import type { Figures } from './report-figures.js';

export interface MeasuredProgram {
  /** Milliseconds from its start until it said so. */
  readyAfter: number;
  figures: () => Promise<Figures>;
  stop: () => Promise<void>;
}

/** @param options.readySign what it writes when it is ready @throws Error with its words when it ends before that */
export async function startProgram(options: {
  module: string;
  environment: Record<string, string>;
  readySign: string;
}): Promise<MeasuredProgram> {
  const reporter = pathToFileURL(builtModule('bench/support/report-figures')).href;
  const flags = await flagsOfStart();
  const { PATH = '', HOME = '' } = process.env;
  const began = performance.now();
  const child = fork(builtModule(options.module), [], {
    execArgv: [...flags, '--import', reporter],
    env: { PATH, HOME, NODE_ENV: 'production', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  // when the benchmark fails, nothing of it may go on
  process.once('exit', () => child.kill('SIGKILL'));
  let words = '';
  const exited = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        if (words.length < 10_000) words += text;
        if (words.includes(options.readySign)) resolve();
      });
    }
    child.once('exit', () => reject(new Error(`${options.module} ended: ${words}`)));
  });
  return {
    readyAfter: performance.now() - began,
    figures: async () => {
      child.send('figures');
      const [figures] = (await once(child, 'message')) as [Figures];
      return figures;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** What `npm start` tells Node; the reference is run with the same. */
async function flagsOfStart(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
