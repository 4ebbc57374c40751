/**
 * An SD-JWT taken apart, and its claims with what was disclosed of them. Not here: signature, dates, and what the claims mean.
 * https://www.rfc-editor.org/rfc/rfc9901#section-7.1
 */
import { type CompactJws, readCompactJws } from '../proofs/compact-jws.js';
import { decodeUtf8 } from '../json/decode-utf8.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { readJson } from '../json/read-json.js';
import { digestOf } from './disclosure.js';

export interface SdJwt {
  jws: CompactJws;
  /** Open claims and disclosed ones, without digests. */
  claims: JsonObject;
  /** Names of the disclosed ones, in the order in which they were handed over. */
  disclosed: string[];
}

export type SdJwtFault =
  | 'jws-malformed'
  | 'key-binding' // it ends with a proof of the holder, which only whom it was made for can check
  | 'hash-unknown'
  | 'disclosure-malformed'
  | 'digest-repeated'
  | 'disclosure-unknown' // the signer named no such digest
  | 'claim-repeated'
  | 'too-deep';

export const looksLikeSdJwt = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+~[\w.~-]*$/.test(text);

/** A fault, when anything of it is not as the signer meant it. */
export function readSdJwt(text: string): SdJwt | SdJwtFault {
  const [compact = '', ...texts] = text.split('~');
  const jws = readCompactJws(compact);
  if (!jws || !looksLikeSdJwt(text)) return 'jws-malformed';
  if (texts.pop() !== '') return 'key-binding';
  const { _sd_alg: algorithm = 'sha-256', ...payload } = jws.payload;
  if (algorithm !== 'sha-256') return 'hash-unknown';
  const disclosures = new Map<string, Disclosed>();
  for (const one of texts) {
    const disclosed = readDisclosure(one);
    if (!disclosed) return 'disclosure-malformed';
    disclosures.set(digestOf(one), disclosed);
  }
  if (disclosures.size < texts.length) return 'digest-repeated';
  const opening: Opening = { disclosures, seen: new Set(), used: new Set(), depth: 0 };
  const claims = openObject(payload, opening);
  if (opening.fault) return opening.fault;
  if (opening.used.size < disclosures.size) return 'disclosure-unknown';
  return { jws, claims, disclosed: [...disclosures.values()].flatMap(({ name }) => name ?? []) };
}

/** Of a member of an object; without a name: of an entry of a list. */
interface Disclosed {
  name?: string;
  value: JsonValue;
}

function readDisclosure(text: string): Disclosed | undefined {
  const bytes = Buffer.from(text, 'base64url');
  const json = decodeUtf8(bytes);
  if (json === undefined || bytes.toString('base64url') !== text) return undefined;
  const reading = readJson(json);
  if (!reading.ok || !Array.isArray(reading.value)) return undefined;
  const [salt, ...rest] = reading.value;
  if (typeof salt !== 'string') return undefined;
  const [first, second] = rest;
  if (rest.length === 1 && first !== undefined) return { value: first };
  if (rest.length !== 2 || typeof first !== 'string' || second === undefined) return undefined;
  return ['_sd', '...'].includes(first) ? undefined : { name: first, value: second };
}

interface Opening {
  disclosures: ReadonlyMap<string, Disclosed>;
  /** Digests met so far, of decoys too. */
  seen: Set<string>;
  used: Set<string>;
  depth: number;
  fault?: SdJwtFault;
}

/** Disclosures may stand inside each other, so the depth of each is not that of all. */
const deepest = 100;

function open(value: JsonValue, opening: Opening): JsonValue {
  if (opening.depth >= deepest) {
    opening.fault = 'too-deep';
    return null;
  }
  opening.depth++;
  const opened = Array.isArray(value)
    ? value.flatMap((entry) => openEntry(entry, opening))
    : isJsonObject(value)
      ? openObject(value, opening)
      : value;
  opening.depth--;
  return opened;
}

function openObject({ _sd: digests, ...rest }: JsonObject, opening: Opening): JsonObject {
  const opened = new Map(Object.entries(rest).map(([name, value]) => [name, open(value, opening)]));
  if (digests !== undefined && !Array.isArray(digests)) opening.fault = 'jws-malformed';
  for (const digest of Array.isArray(digests) ? digests : []) {
    const disclosed = take(digest, opening);
    if (!disclosed) continue;
    const { name } = disclosed;
    if (name === undefined) opening.fault = 'disclosure-malformed';
    else if (opened.has(name)) opening.fault = 'claim-repeated';
    else opened.set(name, open(disclosed.value, opening));
  }
  return Object.fromEntries(opened);
}

/** An entry that was kept back is not there. */
function openEntry(entry: JsonValue, opening: Opening): JsonValue[] {
  const isDigest = isJsonObject(entry) && Object.keys(entry).join() === '...';
  if (!isDigest) return [open(entry, opening)];
  const disclosed = take(entry['...'], opening);
  if (!disclosed) return [];
  if (disclosed.name !== undefined) opening.fault = 'disclosure-malformed';
  return [open(disclosed.value, opening)];
}

/** What a digest stands for, where it was disclosed. A digest that stands twice is no signer's doing. */
function take(digest: JsonValue | undefined, opening: Opening): Disclosed | undefined {
  if (typeof digest !== 'string') {
    opening.fault = 'jws-malformed';
    return undefined;
  }
  if (opening.seen.has(digest)) opening.fault = 'digest-repeated';
  opening.seen.add(digest);
  const disclosed = opening.disclosures.get(digest);
  if (!disclosed || opening.used.has(digest)) return undefined;
  opening.used.add(digest);
  return disclosed;
}
