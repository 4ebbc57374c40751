/**
 * The LMS as a page asks it that somebody waits for: not for long, unless they have followed the link that waits longer. For what looks; deeds
 * wait as long as the LMS may take. docs/decisions/0035-people-while-the-lms-is-away.md
 */
import type { Request } from 'express';
import { impatientLms, patienceMs } from '../../domain/courses/impatient-lms.js';
import type { WebServices } from '../web-services.js';
import type { Say } from './words-of.js';

export interface AskedByPage {
  services: WebServices;
  /** Told once everything was asked; undefined where it was answered in time. @param key of words that name the `seconds` */
  noAnswer(words: Say, key: string): NoAnswer | undefined;
}

export interface NoAnswer {
  text: string;
  /** The same page, waiting longer. Undefined for the answer to a form: what was typed would be gone. */
  longer?: string;
}

export function askedByPage(services: WebServices, req: Request): AskedByPage {
  const asked = req.query['wait'] === 'longer' ? undefined : impatientLms(services, services.timers);
  return {
    services: { ...services, ...asked },
    noAnswer(words, key) {
      if (!asked?.gaveUp()) return undefined;
      const text = words(key, { seconds: patienceMs / 1000 });
      return { text, ...(req.method === 'GET' && { longer: longerPath(req) }) };
    },
  };
}

/** What was done before is not told a second time. */
function longerPath(req: Request): string {
  const [path = '', search] = req.originalUrl.split('?');
  const query = new URLSearchParams(search);
  query.delete('done');
  query.set('wait', 'longer');
  return `${path}?${query.toString()}`;
}
