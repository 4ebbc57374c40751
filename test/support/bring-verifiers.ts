/**
 * Brings the independent verifiers once, into var/verifiers: the 1EdTech validator of Open Badges 2.0
 * (https://pypi.org/project/openbadges/), openbadgeslib for 2.0 and 3.0 (https://pypi.org/project/openbadgeslib/), pySHACL for
 * the shapes of the European Learning Model (https://pypi.org/project/pyshacl/), all three in Python; and for Node the verifier
 * of the Digital Credentials Consortium (https://www.npmjs.com/package/@digitalcredentials/verifier-core) and what reads status
 * lists for @digitalbazaar/vc (https://www.npmjs.com/package/@digitalbazaar/vc-bitstring-status-list). Each in a folder of its
 * own: they bring libraries of 2017 and some hundred packages that nothing else needs. Used by tests alone.
 */
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPython } from '../../src/edges/storage/engine/find-python.js';
import { withInstallLock } from '../../src/edges/storage/engine/install-lock.js';
import { runProgram } from '../../src/edges/storage/engine/run-program.js';
import { projectPath } from '../../src/shared/project-path.js';

const folder = projectPath('var/verifiers');
const installWithinMs = 8 * 60_000;

/** What pip installs, step by step. */
const pythonSteps = {
  // Its pins install Python 2 sources of pycryptodome and an old future: both are replaced afterwards.
  openbadges: [
    ['setuptools<81', 'openbadges==1.1.2'],
    ['--no-deps', '--upgrade', 'pycryptodome', 'future'],
  ],
  openbadgeslib: [['openbadgeslib[ldp]==4.6.3']],
  pyshacl: [['pyshacl==0.30.1', 'rdflib==7.6.0']],
} as const;

/** What npm installs. */
const nodePackages = {
  'verifier-core': '@digitalcredentials/verifier-core@1.0.0-beta.11',
  'vc-bitstring-status-list': '@digitalbazaar/vc-bitstring-status-list@2.0.1',
} as const;

export type PythonVerifier = keyof typeof pythonSteps;
export type NodeVerifier = keyof typeof nodePackages;
type VerifierName = PythonVerifier | NodeVerifier;

/** The interpreter of that verifier's environment, made when it is not there. @throws as bringVerifier */
export async function bringPython(
  name: PythonVerifier,
  onProgress: (sentence: string) => void,
): Promise<string> {
  return join(await bringVerifier(name, onProgress), 'bin', 'python');
}

/**
 * The folder of that verifier, made when it is not there.
 * @throws Error with the installer's last words
 */
export async function bringVerifier(
  name: VerifierName,
  onProgress: (sentence: string) => void,
): Promise<string> {
  const place = join(folder, name);
  if (await exists(join(place, 'complete'))) return place;
  await mkdir(folder, { recursive: true });
  const waiting = (): void => onProgress(`Another process is installing ${name}; waiting for it.`);
  await withInstallLock(`${place}.lock`, waiting, async () => {
    if (!(await exists(join(place, 'complete')))) await install(name, place, onProgress);
  });
  return place;
}

async function install(
  name: VerifierName,
  place: string,
  onProgress: (sentence: string) => void,
): Promise<void> {
  onProgress(`Installing the verifier ${name}, once.`);
  const making = await mkdtemp(join(folder, '.partial-'));
  try {
    if (isOfNode(name)) await installPackage(nodePackages[name], making);
    else await installInPython(pythonSteps[name], making);
    await writeFile(join(making, 'complete'), '');
    await rm(place, { recursive: true, force: true });
    await rename(making, place);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

const isOfNode = (name: VerifierName): name is NodeVerifier => name in nodePackages;

async function installInPython(steps: readonly (readonly string[])[], making: string): Promise<void> {
  const { python, met } = await findPython();
  if (!python)
    throw new Error(`the verifiers need CPython 3.10 to 3.13 with venv (found: ${met.join(', ')})`);
  await must(python, ['-m', 'venv', making]);
  for (const step of steps) {
    const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--quiet'];
    await must(join(making, 'bin', 'python'), [...pip, ...step]);
  }
}

/** Without what its packages would run when they are installed: none needs it. */
function installPackage(wanted: string, making: string): Promise<void> {
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return must('npm', ['install', '--prefix', making, '--save-exact', ...quietly, wanted]);
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
