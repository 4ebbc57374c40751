/** Runs a program to its end and keeps what it wrote. Not for programs that stay: see engine-process.ts. */
import { spawn } from 'node:child_process';

export interface ProgramResult {
  /** Exit code; -1 when it could not be executed, was killed or took too long. */
  code: number;
  output: string;
}

/** Never throws: a program that does not exist is code -1 with the reason as output. `withinMs` bounds its time. */
export function runProgram(program: string, args: string[], withinMs: number): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    // Not the option of spawn: its timer outlives a program that could not be executed.
    const killer = setTimeout(() => child.kill('SIGKILL'), withinMs);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    const settle = (result: ProgramResult): void => {
      clearTimeout(killer);
      resolve(result);
    };
    child.once('error', (error) => settle({ code: -1, output: error.message }));
    child.once('close', (code) => settle({ code: code ?? -1, output }));
  });
}
