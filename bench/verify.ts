/**
 * `npm run bench -- verify`: a pasted Open Badges 3.0 credential of an institution of this installation, against
 * @digitalbazaar/vc with contexts, keys and status list at hand. Both check a class, one learner after the other, larger than
 * what is remembered of single credentials. Ours makes every check of the page, those of the document in their thread; the
 * reference makes its own, and reads the status without checking who signed the list. Stores are in memory.
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { addresses } from '../src/documents/addresses.js';
import { loadContext } from '../src/documents/contexts/load-context.js';
import type { JsonObject } from '../src/documents/json/json-value.js';
import { readStatus } from '../src/documents/status-list/bitstring.js';
import { statusListDocument } from '../src/domain/awards/status-list-document.js';
import { verifyCredential } from '../src/domain/verification/verify-credential.js';
import { createDocumentChecks } from '../src/edges/document-checks/create-document-checks.js';
import { memorySealedFiles } from '../test/support/memory/memory-seals.js';
import { systemTimers } from '../src/shared/timers.js';
import { compareCosts } from './support/compare-costs.js';
import { anIssuedClass, institutionId } from './support/issued-class.js';

const classSize = 400;
const { issued, deps } = await anIssuedClass(classSize);
const documentChecks = createDocumentChecks((sentence) => {
  throw new Error(sentence);
});
const sealedFiles = memorySealedFiles();
const texts = issued.map(({ documents }) => documents?.openBadge3 ?? '');
const emails = issued.map(({ recipient }) => recipient?.email);

/** The last one is revoked. */
const revoked = issued.at(-1);
const at = deps.clock();
await deps.awards.revoke(revoked?.id ?? '', at, 'Mistake', { what: 'revoked', at, by: 'teacher-1' });

const isRight = async (text: string, email?: string): Promise<boolean> =>
  (await verifyCredential({ ...deps, documentChecks, sealedFiles, timers: systemTimers }, { text, email }))
    .outcome === 'valid';

const did = addresses(deps.base).did(institutionId);
const { multibase } = await deps.keys.current(institutionId, 'Ed25519');
const method = {
  '@context': 'https://w3id.org/security/multikey/v1',
  id: `${did}#${multibase}`,
  type: 'Multikey',
  controller: did,
  publicKeyMultibase: multibase,
};
const controller = {
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id: did,
  assertionMethod: [method],
};
const listId = issued[0]?.statusPlace?.listId ?? '';
const list = JSON.parse((await statusListDocument(deps, listId))?.credential ?? '') as {
  credentialSubject: { encodedList: string };
};
const documentLoader = (url: string): Promise<object> => {
  if (url === method.id) return Promise.resolve({ documentUrl: url, document: method });
  if (url === did) return Promise.resolve({ documentUrl: url, document: controller });
  return loadContext(url);
};
async function isRightForReference(text: string): Promise<boolean> {
  const credential = JSON.parse(text) as JsonObject;
  const { statusListIndex } = credential['credentialStatus'] as { statusListIndex: string };
  const answer = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    now: deps.clock(),
    checkStatus: () =>
      Promise.resolve({
        verified: readStatus(list.credentialSubject.encodedList, Number(statusListIndex)) === 'clear',
      }),
  });
  return answer.verified;
}

// Only what is right counts: the same verdict on each, by the first who takes the long way and by those that follow.
const [first = '', second = '', third = ''] = texts;
const corpus: [what: string, text: string, right: boolean][] = [
  ...[first, second, third].map((text): [string, string, boolean] => ['one as issued', text, true]),
  ['one with other spaces', JSON.stringify(JSON.parse(second), null, 2), true],
  ['another title', second.replaceAll('Data literacy', 'Data mastery'), false],
  ['another day', second.replace(/"validFrom":"\d{4}/, '"validFrom":"2025'), false],
  ['another holder', second.replace(/urn:uuid:\w{8}/, 'urn:uuid:00000000'), false],
  ['another place in the list', second.replace(/"statusListIndex":"\d+"/, '"statusListIndex":"99"'), false],
  ['another grade', second.replace(/"value":"\d+"/, '"value":"100"'), false],
  ['a word that nobody defines', second.replace('{', '{"honours":"summa",'), false],
  ['another day of signing', second.replace(/"created":"\d{4}/, '"created":"2025'), false],
  [
    'the proof of another',
    `${second.slice(0, second.indexOf('"proof"'))}${third.slice(third.indexOf('"proof"'))}`,
    false,
  ],
  ['a revoked one', texts.at(-1) ?? '', false],
];
for (const [what, text, right] of corpus) {
  if (right ? text === '' : texts.slice(0, -1).includes(text))
    throw new Error(`${what}: is not what it says`);
  if ((await isRight(text)) !== right) throw new Error(`${what}: we are wrong`);
  if ((await isRightForReference(text)) !== right) throw new Error(`${what}: @digitalbazaar/vc is wrong`);
}

const inTurn = (): (() => number) => {
  let turn = 0;
  return () => turn++ % (classSize - 1);
};
const [ourNext, theirNext] = [inTurn(), inTurn()];
const must = (right: boolean, number: number): void => {
  if (!right) throw new Error(`the right credential ${number} was refused`);
};
await compareCosts({
  name: 'verify',
  what: `one verification of a credential of ${first.length} bytes, in a class of ${classSize}; ${corpus.length} verdicts alike`,
  ours: {
    label: 'Acquis',
    run: async () => {
      const next = ourNext();
      must(await isRight(texts[next] ?? '', emails[next]), next);
    },
  },
  reference: {
    label: '@digitalbazaar/vc',
    run: async () => {
      const next = theirNext();
      must(await isRightForReference(texts[next] ?? ''), next);
    },
  },
});
