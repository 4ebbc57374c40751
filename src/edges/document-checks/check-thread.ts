/** Runs in a thread of its own, started by create-document-checks.ts: one job after the other, in the order they come. */
import { parentPort } from 'node:worker_threads';
import { canonicalize } from '../../documents/contexts/canonicalize.js';
import { newTemplates, provenTemplate } from '../../documents/proofs/template/canonical-form.js';
import { checkContexts } from '../../documents/read/check-contexts.js';
import { checkSignature } from '../../documents/read/check-signature.js';
import { quickForm } from '../../documents/read/quick-form.js';
import type { CheckAnswer, CheckJob, TemplateAnswer, TemplateJob } from './job.js';

const templates = newTemplates();
const form = quickForm(canonicalize, templates);

async function answerTo(job: CheckJob | TemplateJob): Promise<CheckAnswer | TemplateAnswer> {
  try {
    if ('template' in job) return { template: await provenTemplate(templates, job.template) };
    if (job.check === 'contexts') return { check: await checkContexts(job.credential, form) };
    const check = await checkSignature(job.reading, job.key, [form, canonicalize]);
    return { check, contexts: await checkContexts(job.reading.credential, form) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (job: string) => {
  void answerTo(JSON.parse(job) as CheckJob | TemplateJob).then((answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage('ready');
