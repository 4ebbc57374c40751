/**
 * The library's requests go through our guarded ones: its own have no time-out, follow redirects and reach private addresses.
 * Its module for requests is put in place before it is loaded; which installation asks is told by the running call.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { OutboundAnswer, OutboundFetch } from '../../shared/outbound-fetch.js';
import { passingTrouble } from '../../shared/passing-trouble.js';
import { Problem } from '../../shared/problem.js';
import { putOffFor } from '../retry-after.js';

/** What an installation gives the library for its requests. */
export interface LibraryRequests {
  fetch: OutboundFetch;
  /** The client assertion to send in the place of the library's. */
  assertion: (made: string) => Promise<string>;
}

const asking = new AsyncLocalStorage<LibraryRequests>();
let calls = 0;

/** Runs a call of the library; its requests are made with these. */
export async function withRequests<T>(requests: LibraryRequests, call: () => Promise<T>): Promise<T> {
  calls += 1;
  try {
    return await asking.run(requests, call);
  } finally {
    calls -= 1;
    // otherwise Node 20 goes on following every promise of the process
    if (calls === 0) asking.disable();
  }
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.1 : some LMSs send the seconds as text, or none. */
const tokenAnswer = z.object({
  access_token: z.string().min(1).max(16_384),
  token_type: z.string().min(1).catch('Bearer'),
  expires_in: z.coerce.number().positive().max(86_400).catch(3600),
});

/** @throws Problem lms-refused (facts.status), lms-answer-unreadable, lms-error, lms-busy */
async function postForm(url: string, form: Record<string, string>): Promise<z.infer<typeof tokenAnswer>> {
  const requests = asking.getStore();
  if (!requests) throw new Error('the library asked outside of withRequests');
  const ask = async (): Promise<OutboundAnswer> => {
    // signed anew for each try: an LMS takes an assertion once
    const assertion = await requests.assertion(form['client_assertion'] ?? '');
    return requests.fetch({
      url,
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      body: new URLSearchParams({ ...form, client_assertion: assertion }).toString(),
    });
  };
  const first = await ask();
  const wait = putOffFor(first);
  if (wait !== undefined) await pause(wait);
  const answer = wait === undefined ? first : await ask();
  const { status } = answer;
  const passing = passingTrouble(answer);
  if (passing) throw new Problem(passing.code, { detail: `token: ${status}`, facts: passing.facts });
  if (status !== 200 && status !== 201)
    throw new Problem('lms-refused', { detail: `token: ${status}`, facts: { status } });
  try {
    return tokenAnswer.parse(JSON.parse(Buffer.from(answer.body).toString('utf8')));
  } catch (cause) {
    throw new Problem('lms-answer-unreadable', { detail: 'token answer', cause });
  }
}

/** The one request of the library that we let it make: the token request. */
const requests = {
  post: (url: string, { form }: { form: Record<string, string> }) => ({ json: () => postForm(url, form) }),
};

/** To be called before ltijs is loaded. */
export function replaceLibraryRequests(): void {
  const require = createRequire(import.meta.url);
  const path = require.resolve('ltijs/dist/Utils/Http');
  require.cache[path] = { ...module(path), exports: requests };
}

function module(path: string): NodeJS.Module {
  return {
    id: path,
    filename: path,
    path,
    loaded: true,
    exports: undefined,
    children: [],
    paths: [],
    parent: undefined,
    isPreloading: false,
    require: createRequire(path),
  };
}
