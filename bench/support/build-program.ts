/** Builds what runs in processes of their own, Acquis and the reference tool, under var/bench/program. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSources } from '../../test/support/build-sources.js';

const target = join('var', 'bench', 'program');

/** Path of a module of the build, named as its source is: `src/app/main`. */
export const builtModule = (name: string): string => join(target, `${name}.js`);

export async function buildProgram(): Promise<void> {
  await rm(target, { recursive: true, force: true });
  await buildSources(['src', 'config', join('bench', 'support')], target);
}
