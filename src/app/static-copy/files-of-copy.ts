/** The folder of a static copy: files that are there whole or not at all, and how far an export has come. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CopyInstitutionDeps, Progress } from './copy-institution.js';

const progressFile = '.export-progress.json';

type Files = Pick<CopyInstitutionDeps, 'write' | 'remove' | 'progress' | 'keepProgress'>;

/** @param institutionId an export of another institution into the same folder begins at its beginning */
export function filesOfCopy(folder: string, institutionId: string): Files {
  const place = join(folder, progressFile);
  const write = async (file: string, body: Uint8Array): Promise<void> => {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.part`, body);
    await rename(`${path}.part`, path);
  };
  return {
    write,
    remove: (file) => rm(join(folder, file), { force: true }),
    async progress() {
      const kept = await readFile(place, 'utf8').catch(() => undefined);
      if (kept === undefined) return undefined;
      const { institutionId: of, ...progress } = JSON.parse(kept) as Progress & { institutionId: string };
      return of === institutionId ? progress : undefined;
    },
    async keepProgress(progress) {
      if (progress) await write(progressFile, Buffer.from(JSON.stringify({ institutionId, ...progress })));
      else await rm(place, { force: true });
    },
  };
}
