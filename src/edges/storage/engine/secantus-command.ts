/**
 * How SecantusDB is run: a separate process (it is GPL-2.0, so never linked) that speaks MongoDB's wire protocol.
 * https://pypi.org/project/secantusdb/ ; only its command line and its log lines are relied upon.
 */
import type { EngineCommand } from './engine-process.js';

/**
 * Runs the server inside a thread-watched interpreter: when standard input ends, because the parent closed it or is
 * gone, the server is asked to stop and, should it hang, the interpreter leaves after 10 s.
 */
const program = `
import os, signal, sys, threading, time
def watch():
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(10)
    os._exit(1)
threading.Thread(target=watch, daemon=True).start()
from secantus.cli import main
sys.exit(main(sys.argv[1:]))
`;

/**
 * @param python interpreter of the environment SecantusDB is installed in
 * @param folder data folder, or ':memory:' for data that goes away with the process
 * @param configuration an empty file: named, so that no configuration lying about elsewhere is picked up
 */
export function secantusCommand(python: string, folder: string, configuration: string): EngineCommand {
  const args = ['-u', '-c', program, '--config', configuration, '--host', '127.0.0.1', '--port', '0'];
  args.push('--storage-path', folder, '--cache-size', '256M', '--log-level', 'INFO');
  // without the log of operations, which nothing here reads: docs/decisions/0038-embedded-engine-without-log.md
  args.push('--standalone');
  if (folder !== ':memory:') args.push('--sync-on-commit');
  return {
    program: python,
    args,
    readyPort: (line) => {
      const found = /secantus listening on 127\.0\.0\.1:(\d+)/.exec(line);
      return found ? Number(found[1]) : undefined;
    },
    folderInUse: (line) => line.includes('already being managed by another process'),
    portTaken: (line) => line.includes('Address already in use'),
  };
}
