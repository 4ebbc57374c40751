/**
 * Asks the 1EdTech validator of Open Badges 2.0, a Python program that the administrator installed, in a process of its own: no
 * shell, no environment, no network (ask_openbadges.py answers its requests from what it is given), little time and memory.
 */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { z } from 'zod';
import type { Opinion, OpinionQuestion, SecondOpinion } from '../../domain/verification/second-opinion.js';
import { projectPath } from '../../shared/project-path.js';
import { takingTurns } from '../../shared/taking-turns.js';

export interface OpinionLimits {
  /** Milliseconds for one answer, from when the process begins. */
  ms: number;
  /** Bytes of an answer. */
  output: number;
}

const usualLimits: OpinionLimits = { ms: 15_000, output: 256 * 1024 };

/** Processes at once. */
const atOnce = 2;

/** The built program has no copy of its own: the compiler takes TypeScript alone. */
const script = projectPath('src/edges/second-opinion/ask_openbadges.py');

const answerShape = z.union([
  z.object({ error: z.string() }),
  z.object({
    errors: z.array(z.object({ name: z.string(), result: z.string() })),
    refused: z.array(z.string()),
  }),
]);

/**
 * @param input.python an interpreter in whose environment the package `openbadges` is
 * @param input.onTrouble is told why there was no answer; nothing of a badge is in it
 */
export function createSecondOpinion(input: {
  python: string;
  onTrouble: (sentence: string) => void;
  limits?: OpinionLimits;
}): SecondOpinion {
  const { python, onTrouble, limits = usualLimits } = input;
  const inTurn = takingTurns(atOnce);
  return {
    ask: (question) =>
      inTurn(async () => {
        const ran = await run(python, question, limits);
        if ('trouble' in ran) {
          onTrouble(`the second opinion did not come: ${ran.trouble}`);
          return undefined;
        }
        const answer = readAnswer(ran.output);
        if (!answer) onTrouble('the second opinion did not come: the validator broke down');
        return answer;
      }),
  };
}

function readAnswer(output: string): Opinion | undefined {
  let value: unknown;
  try {
    value = JSON.parse(output);
  } catch {
    return undefined;
  }
  const parsed = answerShape.safeParse(value);
  if (!parsed.success || 'error' in parsed.data) return undefined;
  const { errors, refused } = parsed.data;
  return { faults: errors.map(inWords), missing: [...new Set(refused)] };
}

/** An exception of its own tells of paths and lines: the name of the task has to do. */
const inWords = ({ name, result }: { name: string; result: string }): string =>
  result.startsWith('<class') ? name : result;

type Ran = { output: string } | { trouble: string };

function run(python: string, { badge, documents }: OpinionQuestion, limits: OpinionLimits): Promise<Ran> {
  return new Promise((resolve) => {
    // isolated (-I): neither variables nor modules of anybody else; -B writes nothing
    const child = spawn(python, ['-I', '-B', script], {
      env: {},
      cwd: tmpdir(),
      stdio: ['pipe', 'pipe', 'ignore'],
      shell: false,
    });
    let output = '';
    let trouble: string | undefined;
    const give = (why: string): void => {
      trouble ??= why;
      child.kill('SIGKILL');
    };
    const patience = setTimeout(() => give('it took too long'), limits.ms);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.length > limits.output) give('its answer is too long');
    });
    const end = (ran: Ran): void => {
      clearTimeout(patience);
      resolve(ran);
    };
    child.once('error', (error: NodeJS.ErrnoException) =>
      end({ trouble: `it cannot be started (${error.code ?? error.name})` }),
    );
    child.once('close', (code) => {
      if (trouble === undefined && code !== 0) trouble = `it ended with ${code ?? 'a signal'}`;
      end(trouble === undefined ? { output } : { trouble });
    });
    // a process that ended early does not read
    child.stdin.on('error', () => undefined);
    child.stdin.end(JSON.stringify({ input: badge, documents }));
  });
}
