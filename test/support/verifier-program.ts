/**
 * A verifier that stays loaded while the tests of a process run: it is asked a line, and answers a line (answer_questions.py
 * for those in Python). It holds up nobody's end: with the process its input ends, and so does it.
 */
import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { takingTurns } from '../../src/shared/taking-turns.js';
import { bringPython, bringVerifier, type NodeVerifier, type PythonVerifier } from './bring-verifiers.js';
import { asProgram } from './program.js';

export interface VerifierProgram {
  /** @throws Error when it ended */
  answer(question: object): Promise<object>;
}

const say = (sentence: string): void => console.error(sentence);

export async function startPython(name: PythonVerifier): Promise<VerifierProgram> {
  const python = await bringPython(name, say);
  return startVerifier(name, python, ['-B', join(import.meta.dirname, `run_${name}.py`)]);
}

export async function startNode(name: NodeVerifier): Promise<VerifierProgram> {
  const place = await bringVerifier(name, say);
  return startVerifier(name, process.execPath, [...asProgram(`test/support/run-${name}.ts`), place]);
}

function startVerifier(name: string, program: string, args: string[]): VerifierProgram {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const streams = [child.stdin, child.stdout, child.stderr] as unknown as Socket[];
  const keeping = (awake: boolean): void => {
    for (const one of [child, ...streams])
      if (awake) one.ref();
      else one.unref();
  };
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const inTurn = takingTurns(1);
  keeping(false);
  return {
    answer: (question) =>
      inTurn(async () => {
        keeping(true);
        child.stdin.write(`${JSON.stringify(question)}\n`);
        const line = await lines.next();
        keeping(false);
        if (line.done) throw new Error(`${name} ended: ${words}`);
        return JSON.parse(line.value) as object;
      }),
  };
}
