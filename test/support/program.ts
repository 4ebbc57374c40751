/** A program of the project as a process of its own: what it prints, how it ends. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Program {
  process: ChildProcess;
  /** Everything printed so far, errors included. */
  printed(): string;
  /** Resolves once the text was printed. @throws Error when the program ends, or 60 s pass, before that */
  says(text: string | RegExp): Promise<string>;
  /** Sends the signal and waits for the end. @returns exit code, or the signal's name */
  end(signal?: NodeJS.Signals): Promise<number | string>;
  /** Waits for the end. @returns exit code, or the signal's name */
  ended: Promise<number | string>;
}

const patienceMs = 60_000;

/**
 * What Node is told to run a program of the project: the one that was built beside this module, or, where this runs from its
 * source, the source.
 */
export function asProgram(file: string): string[] {
  if (import.meta.url.endsWith('.ts')) return ['--import', 'tsx', file];
  return ['--enable-source-maps', join(import.meta.dirname, '../..', file.replace(/\.ts$/, '.js'))];
}

/** @param file TypeScript program, for example src/app/main.ts */
export function runProgram(
  file: string,
  environment: Record<string, string>,
  args: readonly string[] = [],
): Program {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const child = spawn(process.execPath, [...asProgram(file), ...args], {
    env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (const listen of heard) listen();
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return {
    process: child,
    printed: () => text,
    says(wanted) {
      const found = (): boolean => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
      return new Promise((resolve, reject) => {
        const fail = (why: string): void => reject(new Error(`${why} before ${String(wanted)}:\n${text}`));
        const timer = setTimeout(() => fail('60 s passed'), patienceMs);
        const listen = (): void => {
          if (!found()) return;
          clearTimeout(timer);
          heard.delete(listen);
          resolve(text);
        };
        heard.add(listen);
        void ended.then(() => {
          clearTimeout(timer);
          if (!found()) fail('the program ended');
        });
        listen();
      });
    },
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
    ended,
  };
}
