/** Finds an interpreter SecantusDB has wheels for: CPython 3.10 to 3.13 with the venv and ensurepip modules. */
import { runProgram } from './run-program.js';

const candidates = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const question =
  'import sys, platform, venv, ensurepip; print(platform.python_implementation(), *sys.version_info[:2])';

export interface PythonSearch {
  /** Name or path to call; undefined when none fits. */
  python?: string;
  /** What was met on the way, for the person who has to repair it. */
  met: string[];
}

/** Asks each candidate on PATH; the first that fits wins. */
export async function findPython(): Promise<PythonSearch> {
  const met: string[] = [];
  for (const python of candidates) {
    const { code, output } = await runProgram(python, ['-I', '-c', question], 20_000);
    const found = /^CPython 3 (\d+)\s*$/.exec(output);
    if (code === 0 && found && Number(found[1]) >= 10 && Number(found[1]) <= 13) return { python, met };
    if (/No module named '(venv|ensurepip)'/.test(output)) met.push(`${python} lacks the venv module`);
    else if (code === 0) met.push(`${python} is ${output.trim().replace(/ 3 /, ' 3.')}`);
  }
  return { met };
}
