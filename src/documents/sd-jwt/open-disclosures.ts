/**
 * Puts the disclosures of an SD-JWT back where their digests stand. Each counts once, and only where its digest is signed: what else
 * is found is told as a fault. https://www.rfc-editor.org/rfc/rfc9901#section-7.1
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { type DigestAlgorithm, digestOf, type Disclosed, readDisclosure } from './disclosure.js';

export type DisclosureFault =
  // whoever handed it in did that
  | 'disclosure-unknown' // nobody signed its digest
  | 'disclosure-repeated'
  // the signer did that
  | 'digests-malformed'
  | 'digest-repeated'
  | 'disclosure-malformed'
  | 'claim-repeated'
  | 'claim-held-back' // one that has to be open
  | 'too-deep';

export interface Opened {
  /** Open claims and disclosed ones, without digests. */
  claims: JsonObject;
  /** Names of the disclosed ones, in the order in which they were handed over. */
  disclosed: string[];
  /** The first. */
  fault?: DisclosureFault;
}

/** By withholding one of these a holder could make it last longer, or be of another kind. https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/ (registered claims) */
const alwaysOpen = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status'];

/** Disclosures may stand inside each other, so the depth of each is not that of all. */
const deepest = 100;

interface Opening {
  /** Texts as handed over, by their digests. */
  texts: ReadonlyMap<string, string>;
  /** Digests met so far, of decoys too. */
  seen: Set<string>;
  used: Map<string, Disclosed>;
  depth: number;
  fault?: DisclosureFault;
}

export function openDisclosures(
  payload: JsonObject,
  disclosures: readonly string[],
  algorithm: DigestAlgorithm,
): Opened {
  const texts = new Map(disclosures.map((text) => [digestOf(text, algorithm), text]));
  const opening: Opening = { texts, seen: new Set(), used: new Map(), depth: 0 };
  const claims = openObject(payload, opening);
  if (opening.used.size < texts.size) opening.fault ??= 'disclosure-unknown';
  if (texts.size < disclosures.length) opening.fault ??= 'disclosure-repeated';
  const disclosed = [...texts.keys()].flatMap((digest) => opening.used.get(digest)?.name ?? []);
  return { claims, disclosed, ...(opening.fault && { fault: opening.fault }) };
}

function open(value: JsonValue, opening: Opening): JsonValue {
  if (opening.depth >= deepest) {
    opening.fault ??= 'too-deep';
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
  const isTop = opening.depth === 0;
  if ('...' in rest || (digests !== undefined && !Array.isArray(digests)))
    opening.fault ??= 'digests-malformed';
  const opened = new Map(Object.entries(rest).map(([name, value]) => [name, open(value, opening)]));
  for (const digest of Array.isArray(digests) ? digests : []) {
    const disclosed = take(digest, opening);
    if (!disclosed) continue;
    const { name } = disclosed;
    if (name === undefined) opening.fault ??= 'disclosure-malformed';
    else if (isTop && alwaysOpen.includes(name)) opening.fault ??= 'claim-held-back';
    else if (opened.has(name)) opening.fault ??= 'claim-repeated';
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
  if (disclosed.name !== undefined) opening.fault ??= 'disclosure-malformed';
  return [open(disclosed.value, opening)];
}

/** What a digest stands for, where it was disclosed. A digest that stands twice is no signer's doing. */
function take(digest: JsonValue | undefined, opening: Opening): Disclosed | undefined {
  if (typeof digest !== 'string') {
    opening.fault ??= 'digests-malformed';
    return undefined;
  }
  if (opening.seen.has(digest)) {
    opening.fault ??= 'digest-repeated';
    return undefined;
  }
  opening.seen.add(digest);
  const text = opening.texts.get(digest);
  if (text === undefined) return undefined;
  const disclosed = readDisclosure(text);
  // its digest stands where it should: it is the signer who wrote it badly
  if (!disclosed) opening.fault ??= 'disclosure-malformed';
  opening.used.set(digest, disclosed ?? { value: null });
  return disclosed;
}
