/** The folder of a static copy: files that are there whole or not at all, and how far an export has come. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { Problem } from '../../shared/problem.js';
import type { CopyInstitutionDeps, Progress } from './copy-institution.js';

const progressFile = '.export-progress.json';

type Files = Pick<CopyInstitutionDeps, 'write' | 'remove' | 'progress' | 'keepProgress'>;

/** @param of address of the institution: an export of another one, or under another base, into the same folder begins at its beginning */
export function filesOfCopy(folder: string, of: string): Files {
  const home = resolve(folder);
  const pathOf = (file: string): string => {
    const path = resolve(home, file);
    if (!path.startsWith(home.endsWith(sep) ? home : home + sep))
      throw new Problem('unexpected', { detail: `"${file}" is not in the folder of the copy` });
    return path;
  };
  const place = pathOf(progressFile);
  const write = async (file: string, body: Uint8Array): Promise<void> => {
    const path = pathOf(file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.part`, body);
    await rename(`${path}.part`, path);
  };
  return {
    write,
    remove: (file) => rm(pathOf(file), { force: true }),
    async progress() {
      const kept = await readFile(place, 'utf8').catch(whereThereIsNone);
      if (kept === undefined) return undefined;
      const { of: was, ...progress } = JSON.parse(kept) as Progress & { of: string };
      return was === of ? progress : undefined;
    },
    async keepProgress(progress) {
      if (progress) await write(progressFile, Buffer.from(JSON.stringify({ of, ...progress })));
      else await rm(place, { force: true });
    },
  };
}

/** Anything but a missing file is a fault of the folder, and is told. */
function whereThereIsNone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
