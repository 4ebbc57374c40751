/**
 * Builds the sources to run them without a compiler at every start: types taken away and not checked (`npm run check` does
 * that), everything else copied. A folder keeps its place, so what stands beside a module is found from it as before.
 */
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** @param folders of the project, by their names in it @param target below the project's folder, for the packages to be found */
export async function buildSources(folders: readonly string[], target: string): Promise<void> {
  const sources: string[] = [];
  for (const folder of folders) {
    const files = await readdir(folder, { recursive: true });
    sources.push(...files.filter(isSource).map((file) => join(folder, file)));
    await cp(folder, join(target, folder), { recursive: true, filter: (file) => !file.endsWith('.ts') });
  }
  await build({
    entryPoints: sources,
    outdir: target,
    outbase: '.',
    format: 'esm',
    platform: 'node',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'error',
  });
}

const isSource = (file: string): boolean => file.endsWith('.ts') && !file.endsWith('.d.ts');
