/** Other servers, made of objects: what stands at which address, what is down, what redirects. Nothing leaves the machine. */
import type { FetchDocument } from '../../../src/shared/fetch-document.js';
import { Problem } from '../../../src/shared/problem.js';
import { systemTimers } from '../../../src/shared/timers.js';
import { documentChecksHere } from '../../support/document-checks-here.js';
import { memorySealedFiles } from '../../support/memory/memory-seals.js';
import { memoryAwards, memoryStatusLists } from '../../support/memory/memory-awards.js';
import { memoryEndorsements } from '../../support/memory/memory-endorsements.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';

export type Standing =
  | { json: unknown; status?: number }
  | { text: string; type?: string; status?: number }
  | { bytes: Uint8Array; type?: string }
  /** Answers with what stands there. */
  | { redirect: string }
  | { trouble: 'connection' | 'timeout' | 'too-large' | 'redirect' | 'private-address' }
  | { breaks: Error };

/** When what stands on it is verified. */
export const checkedAt = new Date('2026-11-22T12:00:00Z');

export interface ForeignWeb {
  stands: Map<string, Standing>;
  /** Every address that was asked for, in order. */
  fetched: string[];
  fetchDocument: FetchDocument;
}

export function aForeignWeb(initial: Record<string, Standing> = {}): ForeignWeb {
  const stands = new Map(Object.entries(initial));
  const fetched: string[] = [];
  const answer = (url: string, mayFollow: () => boolean = () => true): Awaited<ReturnType<FetchDocument>> => {
    const found = stands.get(url);
    if (!found) return { status: 404, contentType: 'text/plain', body: Buffer.from('no'), url };
    if ('redirect' in found) {
      if (!mayFollow()) throw new Problem('fetch-failed', { facts: { reason: 'redirect' } });
      return answer(found.redirect, mayFollow);
    }
    if ('breaks' in found) throw found.breaks;
    if ('trouble' in found) {
      const code = found.trouble === 'private-address' ? 'address-refused' : 'fetch-failed';
      throw new Problem(code, { facts: { reason: found.trouble } });
    }
    if ('json' in found) {
      const body = Buffer.from(JSON.stringify(found.json));
      return { status: found.status ?? 200, contentType: 'application/json', body, url };
    }
    const body = 'text' in found ? Buffer.from(found.text) : found.bytes;
    const status = 'text' in found ? (found.status ?? 200) : 200;
    return { status, contentType: found.type ?? 'text/plain', body, url };
  };
  return {
    stands,
    fetched,
    fetchDocument: async (url, _accept, mayFollow) => {
      fetched.push(url);
      return answer(url, mayFollow);
    },
  };
}

/** An installation with no institution of its own that looks at this web. */
export function depsOn(web: Pick<ForeignWeb, 'fetchDocument'>, now = checkedAt) {
  return {
    awards: memoryAwards(),
    endorsements: memoryEndorsements(),
    statusLists: memoryStatusLists(),
    microCredentials: memoryMicroCredentials(),
    institutions: memoryInstitutions(),
    keys: memoryKeys(),
    clock: () => now,
    timers: systemTimers,
    base: 'https://acquis.example.org',
    fetchDocument: web.fetchDocument,
    documentChecks: documentChecksHere,
    sealedFiles: memorySealedFiles(),
  };
}
