/** `npm run bench -- NAME` runs bench/NAME.ts, one figure against its named reference; without a name it lists them. */
import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const names = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();
const name = process.argv[2];

if (name !== undefined && names.includes(name)) {
  await import(pathToFileURL(join(import.meta.dirname, `${name}.ts`)).href);
} else {
  if (name !== undefined) console.error(`There is no benchmark called ${name}.`);
  console.log(names.length > 0 ? `Benchmarks: ${names.join(', ')}` : 'There are no benchmarks yet.');
  process.exitCode = name === undefined ? 0 : 1;
}
