/** A thread for the tests of keepThread: does what it is told, also what no thread should. */
import { parentPort, threadId } from 'node:worker_threads';

export type OddJob =
  { say: string } | 'who are you' | 'environment' | 'never end' | 'break' | 'leave' | 'eat memory';

function obey(job: OddJob): unknown {
  if (job === 'who are you') return threadId;
  if (job === 'environment') return Object.keys(process.env);
  if (job === 'break') throw new Error('broken on purpose');
  if (job === 'leave') process.exit(3);
  if (job === 'never end') for (;;);
  if (job === 'eat memory')
    for (const eaten: number[][] = []; ;) eaten.push(new Array<number>(100_000).fill(1.5));
  return job.say;
}

parentPort?.on('message', (job: OddJob) => parentPort?.postMessage(obey(job)));
parentPort?.postMessage('ready');
