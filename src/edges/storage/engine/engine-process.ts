/**
 * The running database engine as a child process: started, waited for, stopped. It dies with its parent, however that
 * one ends: its standard input is a pipe that only the parent holds, and the end of that input asks it to stop.
 * Which program it is and what its output means is told by an EngineCommand.
 */
import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { Problem } from '../../../shared/problem.js';

/** The part of a pino logger that is used. */
export interface EngineLog {
  debug(facts: object, sentence: string): void;
  info(facts: object, sentence: string): void;
}

export interface EngineCommand {
  program: string;
  args: string[];
  /** TCP port in the line that says the engine accepts connections, else undefined. */
  readyPort(line: string): number | undefined;
  /** Whether this line says that another engine has the data folder open. */
  folderInUse(line: string): boolean;
  /** Whether this line says that the port was taken by somebody else in the meantime. */
  portTaken(line: string): boolean;
}

export interface EngineProcess {
  port: number;
  pid: number;
  /** Asks the engine to stop, waits until it has, and kills it after 15 s. Calling it twice is harmless. */
  stop(): Promise<void>;
}

/** Why an engine did not come up: `gone` covers everything else, with the engine's last words. */
export type EngineFailure =
  { failed: 'folder-in-use' | 'port-taken' } | { failed: 'gone'; lastWords: string };

const readyWithinMs = 60_000;
const stopWithinMs = 15_000;
const wordsKept = 20;

/**
 * Starts the engine and resolves once it accepts connections, or with the reason why it did not.
 * `onDied` is called when a running engine ends without having been asked to.
 * @throws Problem storage-unavailable when it neither comes up nor ends within 60 s, or cannot be executed.
 */
export async function startProcess(
  command: EngineCommand,
  log: EngineLog,
  onDied: (how: string) => void,
): Promise<EngineProcess | EngineFailure> {
  // A group of its own: Ctrl-C in a terminal must reach the application first, which then stops its engine.
  const child = spawn(command.program, command.args, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  const words: string[] = [];
  let failed: EngineFailure['failed'] = 'gone';
  let stopping = false;
  child.stdin.on('error', (error) => log.debug({ error: error.message }, 'input of the engine closed'));

  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const ready = new Promise<number>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        words.push(line);
        if (words.length > wordsKept) words.shift();
        log.debug({ line }, 'database engine');
        if (command.folderInUse(line)) failed = 'folder-in-use';
        if (command.portTaken(line)) failed = 'port-taken';
        const port = command.readyPort(line);
        if (port !== undefined) resolve(port);
      });
    }
  });

  const stop = async (): Promise<void> => {
    stopping = true;
    child.stdin.end();
    const killer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    await ended;
    clearTimeout(killer);
  };

  let alarm: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    alarm = setTimeout(() => resolve(undefined), readyWithinMs);
  });
  const first = await Promise.race([ready, ended, tooLate]);
  clearTimeout(alarm);

  if (first === undefined) {
    await stop();
    throw new Problem('storage-unavailable', {
      detail: `the database engine did not accept connections within ${readyWithinMs / 1000} s: ${words.join(' | ')}`,
    });
  }
  if (typeof first === 'string') {
    return failed === 'gone' ? { failed, lastWords: [...words.slice(-5), first].join(' | ') } : { failed };
  }

  void ended.then((how) => {
    if (!stopping) onDied(how);
  });
  // A caller that forgets to stop it must still be able to end: the engine then ends with it.
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) {
    if (stream instanceof Socket) stream.unref();
  }
  return { port: first, pid: child.pid ?? 0, stop };
}
