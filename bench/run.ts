/** `npm run bench -- NAME` builds all and runs bench/NAME.ts, one figure against its named reference; without a name it lists them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { buildProgram, builtModule } from './support/build-program.js';

const names = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();
const [name, ...rest] = process.argv.slice(2);

if (name !== undefined && names.includes(name)) {
  await buildProgram();
  const child = spawn(process.execPath, [builtModule(`bench/${name}`), ...rest], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
} else {
  if (name !== undefined) console.error(`There is no benchmark called ${name}.`);
  console.log(names.length > 0 ? `Benchmarks: ${names.join(', ')}` : 'There are no benchmarks yet.');
  process.exitCode = name === undefined ? 0 : 1;
}
