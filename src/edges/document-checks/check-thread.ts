/** Runs in a thread of its own, started by create-document-checks.ts: one job after the other, in the order they come. */
import { parentPort } from 'node:worker_threads';
import type { Check } from '../../documents/read/check.js';
import { checkContexts } from '../../documents/read/check-contexts.js';
import { checkSignature } from '../../documents/read/check-signature.js';
import { quickForm } from '../../documents/read/quick-form.js';
import type { CheckAnswer, CheckJob } from './job.js';

const form = quickForm();
const checkOf = (job: CheckJob): Promise<Check> =>
  job.check === 'contexts' ? checkContexts(job.credential, form) : checkSignature(job.reading, job.key, form);

async function answerTo(job: CheckJob): Promise<CheckAnswer> {
  try {
    return { check: await checkOf(job) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (job: string) => {
  void answerTo(JSON.parse(job) as CheckJob).then((answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage('ready');
