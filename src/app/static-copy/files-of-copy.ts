/** The folder of a static copy: files that are there whole or not at all, and how far an export has come. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { Problem } from '../../shared/problem.js';
import type { CopyInstitutionDeps, Progress } from './copy-institution.js';

const progressFile = '.export-progress.json';

type Files = Pick<CopyInstitutionDeps, 'write' | 'remove' | 'progress' | 'keepProgress'>;

/**
 * Each throws Problem unexpected, which says why, where the disk is full or the folder is not ours.
 * @param of address of the institution: an export of another one, or under another base, into the same folder begins at its beginning
 */
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
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.part`, body);
      await rename(`${path}.part`, path);
    } catch (error) {
      throw folderProblem(path, error);
    }
  };
  const remove = async (file: string): Promise<void> => {
    const path = pathOf(file);
    try {
      await rm(path, { force: true });
    } catch (error) {
      throw folderProblem(path, error);
    }
  };
  return {
    write,
    remove,
    async progress() {
      const kept = await readFile(place, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw folderProblem(place, error);
      });
      if (kept === undefined) return undefined;
      const { of: was, ...progress } = JSON.parse(kept) as Progress & { of: string };
      return was === of ? progress : undefined;
    },
    async keepProgress(progress) {
      if (progress) await write(progressFile, Buffer.from(JSON.stringify({ of, ...progress })));
      else await remove(progressFile);
    },
  };
}

const mayNot = 'this user may not do that there';
const isFile = 'a part of that path is a file';
const reasons: Record<string, string | undefined> = {
  ENOSPC: 'there is no space left on the disk',
  EDQUOT: 'the quota of the disk is used up',
  EACCES: mayNot,
  EPERM: mayNot,
  EROFS: 'the disk is read-only',
  ENOTDIR: isFile,
  EEXIST: isFile,
};

/** Nothing that a trace through the program would explain. */
function folderProblem(path: string, cause: unknown): Problem {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  const why = reasons[code] ?? message;
  const detail = `${path}: ${why}. What was copied before stays; export again to go on.`;
  return new Problem('unexpected', { detail, cause });
}
