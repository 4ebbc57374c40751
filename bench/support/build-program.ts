/** Builds everything that is measured, as it runs in life: without a compiler in the same process. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSources } from '../../test/support/build-sources.js';

const target = join('var', 'bench', 'program');

/** Path of a module of the build, named as its source is: `src/app/main`. */
export const builtModule = (name: string): string => join(target, `${name}.js`);

export async function buildProgram(): Promise<void> {
  await rm(target, { recursive: true, force: true });
  await buildSources(['src', 'config', 'test', 'bench'], target);
}
