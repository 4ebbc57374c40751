/**
 * The document checks in a thread of their own, so that a document made to take long holds up no request. What is like documents
 * that were right there is checked at once, by their template.
 */
import type { JsonObject } from '../../documents/json/json-value.js';
import { learnedForms } from '../../documents/proofs/template/learned-forms.js';
import { checkContexts } from '../../documents/read/check-contexts.js';
import { checkSignature } from '../../documents/read/check-signature.js';
import { keyNamed } from '../../documents/read/key-reference.js';
import type { DocumentChecks } from '../../domain/verification/document-checks.js';
import type { Check, CheckName } from '../../domain/verification/report.js';
import { Problem } from '../../shared/problem.js';
import { recentlyUsed } from '../../shared/recently-used.js';
import type { CheckAnswer, CheckJob, TemplateAnswer, TemplateJob } from './job.js';
import { keepThread, type ThreadLimits } from './keep-thread.js';

/** A badge takes some 20 ms; one as large as the verification lets through, about a second. */
const usualLimits: ThreadLimits = { jobMs: 5_000, startMs: 30_000, waiting: 20, memoryMb: 256 };

/** Characters of questions. */
const mostRemembered = 1024 * 1024;

export interface DocumentChecksOptions extends Partial<ThreadLimits> {
  /** Does a credential that was signed by the key of this name come from this installation? None does unless told. */
  isOwnKey?: (reference: string) => boolean;
}

/**
 * The thread is started by the first check.
 * @param onTrouble is told when the thread was stopped or ended by itself; nothing of a document is in it
 */
export function createDocumentChecks(
  onTrouble: (sentence: string) => void,
  { isOwnKey = () => false, ...limits }: DocumentChecksOptions = {},
): DocumentChecks & { close(): Promise<void> } {
  const entry = new URL(`./check-thread${ownEnding()}`, import.meta.url);
  const thread = keepThread<string, CheckAnswer | TemplateAnswer>(
    entry,
    { ...usualLimits, ...limits },
    onTrouble,
  );
  // status lists come with every credential that they are about: the same question has the same answer
  const lately = recentlyUsed<Check>(mostRemembered, (question) => question.length);
  /** Whoever checked a signature here has checked the contexts as well. */
  const checkedBeside = new WeakMap<JsonObject, Check>();
  const ask = async (name: CheckName, job: CheckJob): Promise<Check> => {
    const question = questionOf(job);
    const known = lately.get(question);
    if (known) return known;
    const answer = await thread.ask(question);
    if (!answer || 'template' in answer) return { name, result: 'not-checked', reason: 'not-finished' };
    if ('failed' in answer) throw new Problem('unexpected', { detail: `${name}: ${answer.failed}` });
    lately.set(question, answer.check);
    if (job.check === 'signature' && answer.contexts)
      checkedBeside.set(job.reading.credential, answer.contexts);
    return answer.check;
  };
  const learned = learnedForms(async (template) => {
    const answer = await thread.ask(questionOf({ template }));
    return answer && 'template' in answer ? answer.template : undefined;
  });
  const signature: DocumentChecks['signature'] = async (reading, key) => {
    const unknown: JsonObject[] = [];
    const form = learned.form((document) => void unknown.push(document));
    const atOnce = await checkSignature(reading, key, [form]);
    // what is not right that way may still be right the long way
    if (atOnce.result === 'passed') {
      // whose form was right has no word that the contexts leave undefined: it need not be made again
      const contexts = await checkContexts(reading.credential, () => Promise.resolve(''));
      checkedBeside.set(reading.credential, contexts);
      return atOnce;
    }
    const check = await ask('signature', { check: 'signature', reading, key });
    const isOwn = isOwnKey(keyNamed(reading) ?? '');
    if (check.result === 'passed') for (const document of unknown) void learned.learn(document, isOwn);
    return check;
  };
  return {
    contexts: async (credential) =>
      checkedBeside.get(credential) ?? ask('contexts', { check: 'contexts', credential }),
    signature,
    close: () => thread.close(),
  };
}

const questionOf = (job: CheckJob | TemplateJob): string => JSON.stringify(job);

/** The built program has .js files; the demonstration and the tests run from the sources. */
const ownEnding = (): string => (import.meta.url.endsWith('.ts') ? '.ts' : '.js');
