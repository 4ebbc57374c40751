/**
 * How a mongod is run as embedded engine: loopback only, under a small supervisor that ends it when the parent is gone.
 * https://www.mongodb.com/docs/manual/reference/program/mongod/ ; ids of log messages: structured logging, same manual.
 */
import type { EngineCommand } from './engine-process.js';

/** mongod does not watch its standard input, so this does; it must need nothing but Node. */
const supervisor = `
const { spawn } = require('node:child_process');
const child = spawn(process.argv[1], process.argv.slice(2), { stdio: ['ignore', 'inherit', 'inherit'] });
const end = () => { child.kill('SIGTERM'); setTimeout(() => child.kill('SIGKILL'), 10000).unref(); };
child.on('error', (error) => { console.error(error.message); process.exit(127); });
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
process.on('SIGTERM', end);
process.stdin.on('end', end).on('error', end).resume();
`;

/**
 * @param mongod path of the program
 * @param folder data folder, which exists
 * @param port a port that was free a moment ago
 */
export function mongodCommand(mongod: string, folder: string, port: number): EngineCommand {
  const args = [
    '-e',
    supervisor,
    mongod,
    '--dbpath',
    folder,
    '--port',
    String(port),
    '--bind_ip',
    '127.0.0.1',
  ];
  args.push('--wiredTigerCacheSizeGB', '0.25');
  if (process.platform !== 'win32') args.push('--nounixsocket');
  return {
    program: process.execPath,
    args,
    // Only the engine's own word counts: another program may have taken the port.
    readyPort: (line) => (line.includes('"Waiting for connections"') ? port : undefined),
    folderInUse: (line) => line.includes('DBPathInUse') || line.includes('Unable to lock the lock file'),
    portTaken: (line) => line.includes('Address already in use'),
  };
}
