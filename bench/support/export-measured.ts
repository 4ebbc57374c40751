/** Runs the program of `npm run export` and asks it, whenever it tells how far it is, what it has used. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { builtModule } from './build-program.js';
import type { Figures } from './report-figures.js';

export interface Moment extends Figures {
  /** Copied until then. */
  awards: number;
}

/** @throws Error with its words when it does not end well */
export async function exportMeasured(
  environment: Record<string, string>,
  institutionId: string,
  folder: string,
): Promise<Moment[]> {
  const { PATH = '', HOME = '' } = process.env;
  const child = fork(builtModule('src/app/export-institution'), [institutionId, folder], {
    execArgv: ['--import', pathToFileURL(builtModule('bench/support/report-figures')).href],
    env: { PATH, HOME, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const moments: Moment[] = [];
  const asked: number[] = [];
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      if (words.length < 10_000) words += text;
      for (const [, awards] of text.matchAll(/^(\d+) awards \.\.\.$/gm)) {
        asked.push(Number(awards));
        child.send('figures');
      }
    });
  }
  child.on('message', (figures) => {
    moments.push({ ...(figures as Figures), awards: asked.shift() ?? 0 });
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the export ended with ${code}: ${words}`);
  return moments;
}
