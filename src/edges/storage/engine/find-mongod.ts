/** Finds a usable mongod: the one a setting names, else one on PATH. MongoDB 7 is the oldest that is supported. */
import { Problem } from '../../../shared/problem.js';
import { runProgram } from './run-program.js';

const oldest = 7;

/**
 * @param named path from the settings; empty or undefined looks on PATH
 * @returns what to call, or undefined when there is none on PATH that is new enough
 * @throws Problem storage-unavailable when the named one cannot be run or is too old
 */
export async function findMongod(named: string | undefined): Promise<string | undefined> {
  const program = named || 'mongod';
  const { code, output } = await runProgram(program, ['--version'], 20_000);
  const version = /db version v(\d+)\.[\d.]+/.exec(output);
  if (code === 0 && version && Number(version[1]) >= oldest) return program;
  if (!named) return undefined;
  const why = version
    ? `is ${version[0]}, version ${oldest} or newer is needed`
    : `cannot be run: ${output.trim()}`;
  throw new Problem('storage-unavailable', { detail: `the mongod named in the settings, ${named}, ${why}` });
}
