/**
 * What independent verifiers say of a credential in JSON that stands on the same web as ours looks at. Each is asked to look at
 * all that it can: keys by the issuer's DID, the status by the list. None knows of the European elements or of who asks.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { loadContext } from '../../../src/documents/contexts/load-context.js';
import { didWebAddress } from '../../../src/documents/did/did-web-address.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { bringVerifier } from '../../support/bring-verifiers.js';
import { openBadgesLibVerify, verifierCoreAnswer } from '../../support/verifiers.js';
import { checkedAt, type Standing } from './foreign-web.js';

type Web = ReadonlyMap<string, Standing>;

/** Undefined: it believes the credential; otherwise why not. */
type Judge = (text: string, web: Web) => Promise<string | undefined>;

const peers = {
  openbadgeslib: askOpenBadgesLib,
  'verifier-core': askVerifierCore,
  '@digitalbazaar/vc': askDigitalBazaar,
} satisfies Record<string, Judge>;

export type Peer = keyof typeof peers;
export const allPeers = Object.keys(peers) as Peer[];
/** They judge the statements that were signed, however these are written down. */
export const byStatements: readonly Peer[] = ['verifier-core', '@digitalbazaar/vc'];

/** Why each does not believe it, without those that do. */
export async function refusals(text: string, web: Web): Promise<Partial<Record<Peer, string>>> {
  const said = await Promise.all(allPeers.map(async (peer) => [peer, await peers[peer](text, web)] as const));
  return Object.fromEntries(said.filter(([, why]) => why !== undefined));
}

/** Bodies by address, as a server sends them and after it sent on. */
function documentsOn(web: Web): Record<string, string> {
  const bodyOf = (standing: Standing | undefined): string | undefined => {
    if (!standing) return undefined;
    if ('redirect' in standing) return bodyOf(web.get(standing.redirect));
    if ('json' in standing) return JSON.stringify(standing.json);
    return 'text' in standing ? standing.text : undefined;
  };
  const bodies = [...web].map(([url, standing]) => [url, bodyOf(standing)] as const);
  return Object.fromEntries(bodies.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

async function askOpenBadgesLib(text: string, web: Web): Promise<string | undefined> {
  const documents = documentsOn(web);
  const { valid, reason } = await openBadgesLibVerify({ credential: text, checkStatus: true, documents });
  return valid ? undefined : (reason ?? 'no reason');
}

async function askVerifierCore(text: string, web: Web): Promise<string | undefined> {
  const credential = JSON.parse(text) as object;
  const { valid, errors, steps } = await verifierCoreAnswer({ credential, documents: documentsOn(web) });
  return valid ? undefined : errors.join(' ') || JSON.stringify(steps);
}

interface StatusLists {
  /** `verified`: the list could be read; what stands in it is `status` of each result. */
  checkStatus: (options: object) => Promise<StatusResult>;
}

interface StatusResult {
  verified: boolean;
  results?: { status: boolean }[];
  error?: Error;
}

/** What reads status lists for @digitalbazaar/vc, from where it was brought. */
async function statusLists(): Promise<StatusLists> {
  const place = await bringVerifier('vc-bitstring-status-list', (sentence) => console.error(sentence));
  const module = 'node_modules/@digitalbazaar/vc-bitstring-status-list/lib/index.js';
  return (await import(pathToFileURL(join(place, module)).href)) as StatusLists;
}

async function askDigitalBazaar(text: string, web: Web): Promise<string | undefined> {
  const documents = documentsOn(web);
  const documentLoader = async (url: string): Promise<object> => {
    const found = documents[didWebAddress(url) ?? url];
    if (found === undefined) return loadContext(url);
    const document = JSON.parse(found) as JsonObject;
    if (!url.includes('#')) return { documentUrl: url, document };
    const methods = document['verificationMethod'] as JsonObject[];
    const method = methods.find(({ id }) => id === url);
    if (!method) throw new Error(`${url} is not there`);
    const context = 'https://w3id.org/security/multikey/v1';
    return { documentUrl: url, document: { '@context': context, ...method } };
  };
  const { checkStatus } = await statusLists();
  let isSet = false;
  const { verified, error, statusResult } = await vc.verifyCredential({
    credential: JSON.parse(text) as object,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    now: checkedAt,
    checkStatus: async (options) => {
      const result = await checkStatus(options);
      isSet = result.results?.some(({ status }) => status) === true;
      return result;
    },
  });
  if (verified) return isSet ? 'its place in the list is set' : undefined;
  const told = error ?? statusResult?.error;
  return told ? [told, ...(told.errors ?? [])].map(({ message }) => message).join(' ') : 'no reason';
}
