/**
 * Asks independent verifiers about our documents: the 1EdTech validator for Open Badges 2.0, openbadgeslib for 2.0 and 3.0,
 * verifier-core for 3.0, pySHACL for shapes. They are programs of their own (bring-verifiers.ts); none reaches beyond this
 * machine.
 */
import { startNode, startPython, type VerifierProgram } from './verifier-program.js';

/** Documents the verifier gets without a request: address -> body. */
type Documents = Record<string, string>;

export interface OpenBadges2Question {
  /** Address of a hosted assertion (loopback http is fine), a JWS, or the assertion's JSON text. */
  input?: string;
  /** A baked PNG instead (this release cannot read baked SVG on Python 3). */
  image?: Uint8Array;
  /** Who should hold it, for example {email: ['a@example.com']}. */
  recipient?: Record<string, string[]>;
  documents?: Documents;
}

export interface OpenBadges2Report {
  valid: boolean;
  errorCount: number;
  warningCount: number;
  messages: { messageLevel: string; result: string; name?: string; success?: boolean }[];
  /** Addresses that were asked for. */
  fetched: string[];
}

/**
 * The report of the 1EdTech validator (openbadges 1.1.2). It does not see the revocation of a signed assertion, nor the
 * reason of a revoked hosted one (it misses the properties): test those otherwise.
 */
export async function openBadges2Report(question: OpenBadges2Question): Promise<OpenBadges2Report> {
  const { image, ...rest } = question;
  const asked = image ? { ...rest, image: Buffer.from(image).toString('base64') } : rest;
  const { report, fetched } = await ask<{ report: OpenBadges2Report; fetched: string[] }>(
    'openbadges',
    asked,
  );
  return { ...report, fetched };
}

export interface OpenBadges3Question {
  /** JSON text with an embedded proof, or a compact VC-JWT. */
  credential?: string;
  /** A baked PNG or SVG instead. */
  image?: Uint8Array;
  /** Clear e-mail address the hashed identifier must match. */
  recipient?: string;
  /** Look at credentialStatus; default false. */
  checkStatus?: boolean;
  /** Check the status list's own signature too: this verifier can for VC-JWT lists alone. Default false. */
  verifyStatusList?: boolean;
  /** did.json, status lists: https address -> body. */
  documents?: Documents;
  /** Which loopback server stands behind an https origin: {'https://127.0.0.1:8080': 'http://127.0.0.1:8080'}. */
  origins?: Record<string, string>;
}

export interface OpenBadges3Answer {
  valid: boolean;
  /** Whether the key came from a did:web. */
  trusted: boolean;
  reason: string | null;
  proofFormat?: 'data-integrity' | 'vc-jwt';
  issuerDid?: string;
  /** The credential as it was read, from the image if one was given. */
  credential?: string;
  fetched: string[];
}

/** What openbadgeslib 4.6.3 says; it knows the published contexts alone and takes keys from did:web or did:key. */
export function openBadgesLibVerify(question: OpenBadges3Question): Promise<OpenBadges3Answer> {
  return ask<OpenBadges3Answer>('openbadgeslib', withImageAsText(question));
}

/** `credential`: the JSON of a hosted assertion, or a JWS. */
type OpenBadges2LibQuestion = Pick<OpenBadges3Question, 'credential' | 'image' | 'recipient' | 'documents'>;
type OpenBadges2LibAnswer = Pick<OpenBadges3Answer, 'valid' | 'reason' | 'credential' | 'fetched'>;

/** What openbadgeslib 4.6.3 says of Open Badges 2.0; it asks for https addresses alone and reads no baked address. */
export function openBadges2LibVerify(question: OpenBadges2LibQuestion): Promise<OpenBadges2LibAnswer> {
  return ask<OpenBadges2LibAnswer>('openbadgeslib', { version: '2.0', ...withImageAsText(question) });
}

function withImageAsText({ image, ...rest }: { image?: Uint8Array }): object {
  return image ? { ...rest, image: Buffer.from(image).toString('base64') } : rest;
}

export interface ShaclQuestion {
  /** N-Quads of the default graph. */
  data: string;
  /** Turtle files, read together; what they import is not fetched. */
  shapes: string[];
}

/** Violations as pySHACL 0.30.1 tells them, none when the data conform: 'path of the node: message'. */
export async function shaclViolations(question: ShaclQuestion): Promise<string[]> {
  return (await ask<{ violations: string[] }>('pyshacl', question)).violations;
}

export interface VerifierCoreQuestion {
  credential: object;
  /** did.json, status lists: https address -> body. */
  documents?: Documents;
}

export interface VerifierCoreAnswer {
  /** Its signature is right, it has begun and not ended, and no status stands against it. */
  valid: boolean;
  /** What stopped it, as 'name: message'. */
  errors: string[];
  /** What it found by step; without a signature that is right there are none. */
  steps: Record<string, boolean>;
  fetched: string[];
}

/** What @digitalcredentials/verifier-core 1.0.0-beta.11 says; it knows embedded proofs with Ed25519 alone. */
export const verifierCoreAnswer = (question: VerifierCoreQuestion): Promise<VerifierCoreAnswer> =>
  ask<VerifierCoreAnswer>('verifier-core', question);

async function ask<Answer extends object>(name: keyof typeof starts, question: object): Promise<Answer> {
  const program = await (programs[name] ??= starts[name]());
  const answer = await program.answer(question);
  if ('error' in answer) throw new Error(`${name} broke down: ${String(answer.error)}`);
  return answer as Answer;
}

const starts = {
  openbadges: () => startPython('openbadges'),
  openbadgeslib: () => startPython('openbadgeslib'),
  pyshacl: () => startPython('pyshacl'),
  'verifier-core': () => startNode('verifier-core'),
};
const programs: Partial<Record<keyof typeof starts, Promise<VerifierProgram>>> = {};
