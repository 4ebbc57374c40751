/**
 * Builds what runs in processes of their own: Acquis and the reference tool, as `npm run build` does but without checking
 * types, which takes a while. The result is under var/bench/program.
 */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const folders = ['src', 'config', join('bench', 'support')];
const target = join('var', 'bench', 'program');

/** Path of a module of the build, named as its source is: `src/app/main`. */
export const builtModule = (name: string): string => join(target, `${name}.js`);

export async function buildProgram(): Promise<void> {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
  // one file at a time it cannot be told from package.json that these are ES modules
  const { ESNext } = ts.ModuleKind;
  const compilerOptions = {
    ...options,
    noEmit: false,
    module: ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  await rm(target, { recursive: true, force: true });
  for (const folder of folders) {
    for (const file of await readdir(folder, { recursive: true })) {
      const source = join(folder, file);
      const built = join(target, source);
      if (/\.json$/.test(file)) {
        await mkdir(dirname(built), { recursive: true });
        await copyFile(source, built);
      } else if (/\.ts$/.test(file) && !file.endsWith('.d.ts')) {
        await mkdir(dirname(built), { recursive: true });
        const text = await readFile(source, 'utf8');
        const { outputText } = ts.transpileModule(text, { compilerOptions, fileName: source });
        await writeFile(built.replace(/\.ts$/, '.js'), outputText);
      }
    }
  }
}
