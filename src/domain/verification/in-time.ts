/**
 * The time that one verification may take. Each check of a document ends by itself, but a record holds many, and they wait for those
 * of other verifications: what has no answer when the time is over is not waited for.
 */
import type { Clock } from '../../shared/clock.js';
import type { Timers } from '../../shared/timers.js';
import { notChecked } from './checks.js';
import type { DocumentChecks } from './document-checks.js';
import type { SecondOpinion } from './second-opinion.js';

/** Milliseconds. What is looked up has ended before: lookup.ts. */
export const longestVerification = 30_000;

export interface InTime {
  /** 'not-finished' once the time is over. */
  documentChecks(checks: DocumentChecks): DocumentChecks;
  /** No answer once the time is over. */
  secondOpinion(opinion: SecondOpinion): SecondOpinion;
}

/** The time begins now. */
export function inTime({ clock, timers }: { clock: Clock; timers: Timers }): InTime {
  const until = clock().getTime() + longestVerification;
  const answered = <T, Late>(work: () => Promise<T>, late: Late): Promise<T | Late> => {
    const left = until - clock().getTime();
    if (left <= 0) return Promise.resolve(late);
    return new Promise((resolve, reject) => {
      const cancel = timers.after(left, () => resolve(late));
      void work().then(resolve, reject).finally(cancel);
    });
  };
  return {
    documentChecks: (checks) => ({
      contexts: (credential) =>
        answered(() => checks.contexts(credential), notChecked('contexts', 'not-finished')),
      signature: (reading, key) =>
        answered(() => checks.signature(reading, key), notChecked('signature', 'not-finished')),
    }),
    secondOpinion: (opinion) => ({ ask: (question) => answered(() => opinion.ask(question), undefined) }),
  };
}
