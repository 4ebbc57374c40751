/**
 * Brings the independent Python verifiers once, into var/verifiers: the 1EdTech validator of Open Badges 2.0
 * (https://pypi.org/project/openbadges/), openbadgeslib for 3.0 (https://pypi.org/project/openbadgeslib/) and pySHACL for the
 * shapes of the European Learning Model (https://pypi.org/project/pyshacl/). Each in an environment of its own, since the
 * first pins libraries of 2017. Used by tests alone.
 */
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPython } from '../../src/edges/storage/engine/find-python.js';
import { withInstallLock } from '../../src/edges/storage/engine/install-lock.js';
import { runProgram } from '../../src/edges/storage/engine/run-program.js';
import { projectPath } from '../../src/shared/project-path.js';

const folder = projectPath('var/verifiers');
const installWithinMs = 8 * 60_000;

const environments = {
  // Its pins install Python 2 sources of pycryptodome and an old future: both are replaced afterwards.
  openbadges: [
    ['setuptools<81', 'openbadges==1.1.2'],
    ['--no-deps', '--upgrade', 'pycryptodome', 'future'],
  ],
  openbadgeslib: [['openbadgeslib[ldp]==4.6.3']],
  pyshacl: [['pyshacl==0.30.1', 'rdflib==7.6.0']],
} as const;

export type VerifierName = keyof typeof environments;

/**
 * The interpreter of that verifier's environment, made when it is not there.
 * @throws Error with the installer's last words
 */
export async function bringVerifier(
  name: VerifierName,
  onProgress: (sentence: string) => void,
): Promise<string> {
  const place = join(folder, name);
  const python = join(place, 'bin', 'python');
  if (await exists(join(place, 'complete'))) return python;
  await mkdir(folder, { recursive: true });
  const waiting = (): void => onProgress(`Another process is installing ${name}; waiting for it.`);
  await withInstallLock(`${place}.lock`, waiting, async () => {
    if (!(await exists(join(place, 'complete')))) await install(name, place, onProgress);
  });
  return python;
}

async function install(
  name: VerifierName,
  place: string,
  onProgress: (sentence: string) => void,
): Promise<void> {
  const { python, met } = await findPython();
  if (!python)
    throw new Error(`the verifiers need CPython 3.10 to 3.13 with venv (found: ${met.join(', ')})`);
  onProgress(`Installing the verifier ${name}, once.`);
  const making = await mkdtemp(join(folder, '.partial-'));
  try {
    await must(python, ['-m', 'venv', making]);
    for (const step of environments[name]) {
      const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--quiet'];
      await must(join(making, 'bin', 'python'), [...pip, ...step]);
    }
    await writeFile(join(making, 'complete'), '');
    await rm(place, { recursive: true, force: true });
    await rename(making, place);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

async function must(program: string, args: string[]): Promise<void> {
  const { code, output } = await runProgram(program, args, installWithinMs);
  if (code !== 0)
    throw new Error(`${args.join(' ')} failed: ${output.trim().split('\n').slice(-4).join(' | ')}`);
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
