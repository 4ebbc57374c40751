/**
 * One life of the demonstration: the secrets and the data it goes on with until somebody begins anew. Each life has a
 * folder of its own, for the folder of the last one may still be written to: by a demonstration that runs, or by the
 * database engine of one that was killed.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../shared/problem.js';

export interface DemoLife {
  /** Where its data lies; exists. */
  folder: string;
  masterKey: string;
  sessionKey: string;
  /** Password of the demonstration's administrator. */
  password: string;
  /** Whether it goes on with what an earlier run left. */
  continues: boolean;
  /** Makes it the one to go on with and removes all others: called once it runs, so that a start that fails loses nothing. */
  keep(): Promise<void>;
}

const currentFile = 'current.json';
const lifePrefix = 'life-';

interface Kept {
  life: string;
  masterKey: string;
  sessionKey: string;
  password: string;
}

/**
 * @param home folder of the demonstration; made when missing
 * @param fresh whether to begin anew even if there is something to go on with
 * @throws Problem settings-invalid when what was kept cannot be read
 */
export async function demoLife(home: string, fresh: boolean): Promise<DemoLife> {
  await mkdir(home, { recursive: true });
  const kept = fresh ? undefined : await readKept(join(home, currentFile));
  const current = kept ?? begun();
  const folder = join(home, current.life);
  await mkdir(folder, { recursive: true });
  return {
    folder,
    masterKey: current.masterKey,
    sessionKey: current.sessionKey,
    password: current.password,
    continues: kept !== undefined,
    async keep() {
      await replace(join(home, currentFile), JSON.stringify(current, null, 2));
      await removeOthers(home, current.life);
    },
  };
}

function begun(): Kept {
  return {
    life: `${lifePrefix}${randomBytes(6).toString('hex')}`,
    masterKey: randomBytes(32).toString('base64'),
    sessionKey: randomBytes(32).toString('base64'),
    password: randomBytes(12).toString('base64url'),
  };
}

async function readKept(file: string): Promise<Kept | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Kept;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Problem('settings-invalid', {
      detail: `${file} cannot be read: begin anew with npm run demo -- --fresh`,
      cause: error,
    });
  }
}

/** Whole or not at all, whenever the process is killed. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** An engine that is still ending may put a file back while its folder is removed: tried again for a moment. */
async function removeOthers(home: string, life: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (name.startsWith(lifePrefix) && name !== life)
      await rm(join(home, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
