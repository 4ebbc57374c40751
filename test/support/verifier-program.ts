/**
 * A verifier in Python that stays loaded while the tests of a process run: it is asked a line, and answers a line
 * (answer_questions.py). It holds up nobody's end: with the process its input ends, and so does it.
 */
import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { takingTurns } from '../../src/shared/taking-turns.js';
import { bringVerifier, type VerifierName } from './bring-verifiers.js';

export interface VerifierProgram {
  /** @throws Error when it ended */
  answer(question: object): Promise<object>;
}

export async function startVerifier(name: VerifierName): Promise<VerifierProgram> {
  const python = await bringVerifier(name, (sentence) => console.error(sentence));
  const program = join(import.meta.dirname, `run_${name}.py`);
  const child = spawn(python, ['-B', program], { stdio: ['pipe', 'pipe', 'pipe'] });
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
