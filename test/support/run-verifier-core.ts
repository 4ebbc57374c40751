/**
 * Runs @digitalcredentials/verifier-core, the verifier behind VerifierPlus and the Learner Credential Wallet. Argument: the folder
 * where it is installed. A line of JSON for each question, a line of JSON back (verifiers.ts has the types).
 * Whatever it asks for is one of the given documents or is not found: nothing leaves the machine.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { VerifierCoreAnswer, VerifierCoreQuestion } from './verifiers.js';

interface Report {
  errors?: { name?: string; message?: string }[];
  log?: { id: string; valid?: boolean; error?: { name: string; message: string } }[];
}

interface Library {
  verifyCredential: (question: { credential: object; knownDIDRegistries: object[] }) => Promise<Report>;
}

interface Memory {
  memoize: (wanted: { fn: () => Promise<unknown> }) => Promise<unknown>;
}

let given: Record<string, string> = {};
let fetched: string[] = [];

// Only answers belong on standard output.
console.log = console.error;
globalThis.fetch = async (input) => {
  const url = input instanceof Request ? input.url : String(input);
  fetched.push(url);
  const body = given[url];
  const headers = { 'Content-Type': 'application/json' };
  return body === undefined ? new Response('none', { status: 404 }) : new Response(body, { headers });
};

const installed = join(process.argv[2] ?? '', 'node_modules');
const load = async (name: string): Promise<unknown> =>
  import(pathToFileURL(join(installed, '@digitalcredentials', name)).href);
// It keeps DID documents for five seconds: what one question was told must not be there for the next.
const { LruCache } = (await load('lru-memoize/dist/index.js')) as { LruCache: { prototype: Memory } };
LruCache.prototype.memoize = ({ fn }) => fn();
const { verifyCredential } = (await load('verifier-core/dist/index.js')) as Library;

/** Those that decide; whether a registry knows the issuer is told apart, and no registry is given. */
const deciding = ['valid_signature', 'expiration', 'revocation_status'];

async function answer({ credential, documents = {} }: VerifierCoreQuestion): Promise<VerifierCoreAnswer> {
  given = documents;
  fetched = [];
  const { errors = [], log = [] } = await verifyCredential({ credential, knownDIDRegistries: [] });
  const told = [...errors, ...log.flatMap(({ error }) => error ?? [])];
  const steps = Object.fromEntries(log.map(({ id, valid }) => [id, valid === true]));
  return {
    valid:
      told.length === 0 && steps['valid_signature'] === true && deciding.every((id) => steps[id] !== false),
    errors: told.map(({ name, message }) => `${name}: ${message}`),
    steps,
    fetched,
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line) as VerifierCoreQuestion;
  const said = await answer(question).catch((error: unknown) => ({ error: String(error) }));
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
