/**
 * Lets one process at a time do a long piece of work on a folder. The lock is a file whose time is refreshed while its
 * holder lives; one not refreshed for 20 s was left by a process that is gone. It saves double work and is no more
 * than that: what it guards must stay right when two hold it.
 */
import { open, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const refreshMs = 2_000;
const staleMs = 20_000;
const lookAgainMs = 300;

/** Runs `work` while holding `file`; `onWait` is called once if another process holds it first. */
export async function withInstallLock<T>(
  file: string,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  let told = false;
  while (!(await take(file))) {
    if (!told) onWait();
    told = true;
    await sleep(lookAgainMs);
  }
  const refresher = setInterval(() => {
    const now = new Date();
    // The lock may have been taken over after a long sleep of the machine: then there is nothing to refresh.
    void utimes(file, now, now).catch(() => clearInterval(refresher));
  }, refreshMs);
  try {
    return await work();
  } finally {
    clearInterval(refresher);
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await (await open(file, 'wx')).close();
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  try {
    if (Date.now() - (await stat(file)).mtimeMs > staleMs) await rm(file, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  return false;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
