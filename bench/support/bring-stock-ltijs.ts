/** Stock ltijs with the mongoose of its own choice, which Acquis's own installation replaces. Brought once, kept under var/. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const folder = resolve('var', 'bench', 'stock-ltijs-5.9.9');

/** A path inside of the folder, from which the library can be required. */
export async function bringStockLtijs(): Promise<string> {
  const done = join(folder, 'brought');
  if (!existsSync(done)) {
    console.log('Bringing stock ltijs 5.9.9 (once) …');
    await mkdir(folder, { recursive: true });
    const manifest = { private: true, dependencies: { ltijs: '5.9.9' } };
    await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
    await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
    });
    await writeFile(done, '');
  }
  return join(folder, 'package.json');
}
