/**
 * Brings SecantusDB once: a Python virtual environment made beside its place and renamed into it when complete, so that
 * a half-finished one is never used and two processes at once do no harm. https://docs.python.org/3/library/venv.html
 */
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Problem } from '../../../shared/problem.js';
import { findPython } from './find-python.js';
import { withInstallLock } from './install-lock.js';
import { runProgram } from './run-program.js';

const requirement = 'secantusdb==0.7.0b3';
const partial = '.partial-';
const installWithinMs = 10 * 60_000;
const partialKeptMs = 60 * 60_000;

export interface SecantusInstallation {
  /** Interpreter of the environment. */
  python: string;
  /** An empty configuration file. */
  configuration: string;
}

/**
 * Makes sure SecantusDB is installed below `engineFolder`; the first time takes some 10 s and 150 MB.
 * @throws Problem storage-unavailable when there is no fitting Python or the installation fails
 */
export async function installSecantus(
  engineFolder: string,
  onProgress: (sentence: string) => void,
): Promise<SecantusInstallation> {
  const folder = resolve(engineFolder);
  const place = join(folder, requirement.replace('==', '-'));
  if (!(await isComplete(place))) {
    await mkdir(folder, { recursive: true });
    const waiting = (): void =>
      onProgress('Another process is installing the embedded database; waiting for it.');
    await withInstallLock(`${place}.lock`, waiting, async () => {
      if (!(await isComplete(place))) await install(folder, place, onProgress);
    });
  }
  return { python: interpreterOf(place), configuration: join(place, 'secantusd.toml') };
}

async function install(folder: string, place: string, onProgress: (sentence: string) => void): Promise<void> {
  const search = await findPython();
  if (search.python === undefined) throw noPython(search.met);
  await clearLeftovers(folder);
  const making = await mkdtemp(join(folder, partial));
  try {
    onProgress(
      `Installing the embedded database (${requirement}), once: about 10 s and 150 MB in ${folder}.`,
    );
    await must(search.python, ['-m', 'venv', making]);
    const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--quiet'];
    await must(interpreterOf(making), [...pip, '--only-binary=secantusdb', requirement]);
    await writeFile(
      join(making, 'secantusd.toml'),
      '# No settings here: Acquis names every option it needs.\n',
    );
    await writeFile(join(making, 'complete'), `${requirement}\n`);
    // What is in the place now is broken: its marker or its interpreter is missing.
    if (!(await isComplete(place))) await rm(place, { recursive: true, force: true });
    try {
      await rename(making, place);
    } catch (error) {
      // Somebody else was quicker: theirs is as good as ours.
      if (!(await isComplete(place))) throw error;
    }
    onProgress('The embedded database is installed.');
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Whether the marker is there and the interpreter still exists (it is a link to a Python that may have been removed). */
async function isComplete(place: string): Promise<boolean> {
  try {
    await access(join(place, 'complete'));
    await access(interpreterOf(place), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Removes what interrupted installations left more than an hour ago. */
async function clearLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(partial)) continue;
    const leftover = join(folder, name);
    if (Date.now() - (await stat(leftover)).mtimeMs > partialKeptMs)
      await rm(leftover, { recursive: true, force: true });
  }
}

async function must(program: string, args: string[]): Promise<void> {
  const { code, output } = await runProgram(program, args, installWithinMs);
  if (code === 0) return;
  const lastWords = output.trim().split('\n').slice(-4).join(' | ');
  throw new Problem('storage-unavailable', {
    detail: `the embedded database could not be installed: ${lastWords}. ${waysOut}`,
  });
}

function noPython(met: string[]): Problem {
  const found = met.length > 0 ? ` (found: ${met.join(', ')})` : '';
  return new Problem('storage-unavailable', {
    detail: `the embedded database needs CPython 3.10 to 3.13 with the venv module, and there is none on PATH${found}. ${waysOut}`,
  });
}

const waysOut =
  'Three ways out: install Python (on Debian: apt install python3 python3-venv); or install MongoDB 7 or newer and ' +
  'name its mongod in ACQUIS_MONGOD; or set MONGODB_URI to a running MongoDB.';

function interpreterOf(environment: string): string {
  return process.platform === 'win32'
    ? join(environment, 'Scripts', 'python.exe')
    : join(environment, 'bin', 'python');
}
