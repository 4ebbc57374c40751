/**
 * Keeps one thread that does one job at a time. A job that takes too long, or more memory than it may, costs the thread: it
 * is ended, and the next job gets a new one. https://nodejs.org/api/worker_threads.html
 */
import { Worker } from 'node:worker_threads';
import { takingTurns } from '../../shared/taking-turns.js';

export interface ThreadLimits {
  /** Milliseconds for one job, from when the thread begins it. */
  jobMs: number;
  /** Milliseconds until a new thread is ready. */
  startMs: number;
  /** Jobs that may wait for the one that is done. */
  waiting: number;
  memoryMb: number;
}

export interface Thread<Job, Answer> {
  /** Undefined: too many wait, it took too long, or the thread ended. */
  ask(job: Job): Promise<Answer | undefined>;
  /** Ends the thread; what waits is answered with undefined. */
  close(): Promise<void>;
}

/** @param entry a module that posts one message when it is ready, and then one for each job that it gets */
export function keepThread<Job, Answer>(
  entry: URL,
  limits: ThreadLimits,
  onTrouble: (sentence: string) => void,
): Thread<Job, Answer> {
  const inTurn = takingTurns(1);
  let there = 0;
  let closed = false;
  let kept: Worker | undefined;

  async function start(): Promise<Worker | undefined> {
    const worker = newWorker(entry, limits.memoryMb);
    kept = worker;
    // what happens between two jobs is no more than a reason for a new thread
    worker.on('error', () => undefined);
    worker.once('exit', () => (kept = kept === worker ? undefined : kept));
    worker.unref();
    if (await nextMessage(worker, limits.startMs)) return worker;
    await giveUp(worker, 'the thread of the document checks did not start');
    return undefined;
  }
  async function giveUp(worker: Worker, sentence: string): Promise<void> {
    if (kept === worker) kept = undefined;
    if (!closed) onTrouble(sentence);
    await worker.terminate();
  }
  async function doNow(job: Job): Promise<Answer | undefined> {
    const worker = closed ? undefined : (kept ?? (await start()));
    if (!worker || closed) return undefined;
    worker.postMessage(job);
    const answer = await nextMessage(worker, limits.jobMs);
    if (answer) return answer.message as Answer;
    await giveUp(worker, 'a document check was stopped: it took too long or too much memory');
    return undefined;
  }
  return {
    async ask(job) {
      if (there > limits.waiting) return undefined;
      there += 1;
      try {
        return await inTurn(() => doNow(job));
      } finally {
        there -= 1;
      }
    },
    async close() {
      closed = true;
      await kept?.terminate();
    },
  };
}

/** No secret of the environment is in the thread. Sources in TypeScript need tsx, which does not reach threads by itself. */
function newWorker(entry: URL, memoryMb: number): Worker {
  const options = { env: {}, resourceLimits: { maxOldGenerationSizeMb: memoryMb } };
  if (!entry.pathname.endsWith('.ts')) return new Worker(entry, options);
  const code = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(entry.href)})))`;
  return new Worker(code, { ...options, eval: true });
}

/** Undefined when none came in time, or the thread ended. */
function nextMessage(worker: Worker, ms: number): Promise<{ message: unknown } | undefined> {
  return new Promise((resolve) => {
    const end = (result: { message: unknown } | undefined): void => {
      clearTimeout(timer);
      worker.off('message', got).off('exit', ended);
      resolve(result);
    };
    const got = (message: unknown): void => end({ message });
    const ended = (): void => end(undefined);
    const timer = setTimeout(ended, ms);
    worker.on('message', got).on('exit', ended);
  });
}
