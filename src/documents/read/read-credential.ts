/**
 * Reads what somebody hands in: bytes of a file or pasted text; JSON, VC-JWT, JWS, an address, or a PNG or SVG with a badge
 * in it. Says what it is; believes nothing. Never throws for bad input.
 */
import { absoluteUrl } from '../../shared/absolute-url.js';
import { looksLikePng } from '../baked-image/png-chunks.js';
import type { Unbaked } from '../baked-image/baked-version.js';
import { unbakePng } from '../baked-image/unbake-png.js';
import { unbakeSvg } from '../baked-image/unbake-svg.js';
import { decodeUtf8 } from '../json/decode-utf8.js';
import { isJsonObject, type JsonObject, listOf, without } from '../json/json-value.js';
import { readJson } from '../json/read-json.js';
import { looksLikeCompactJws, readCompactJws } from '../proofs/compact-jws.js';
import type { Reading, UnreadableReason } from './reading.js';

/** Bytes of a file (a picture may be large) and UTF-16 units of a text. */
export const largestFile = 5 * 1024 * 1024;
export const largestText = 1024 * 1024;

export interface CredentialInput {
  bytes?: Uint8Array;
  text?: string;
}

export function readCredential({ bytes, text }: CredentialInput): Reading {
  if (bytes === undefined) return readText(text ?? '');
  if (bytes.length > largestFile) return unreadable('too-large');
  if (looksLikePng(bytes)) return readUnbaked(unbakePng(bytes), 'png');
  const decoded = decodeUtf8(bytes);
  return decoded === undefined ? unreadable('not-utf-8') : readText(decoded, largestFile);
}

const unreadable = (reason: UnreadableReason): Reading => ({ kind: 'unreadable', reason });

function readText(given: string, largest = largestText): Reading {
  if (given.length > largest) return unreadable('too-large');
  const text = given.replace(/^\uFEFF/, '').trim();
  if (text === '') return unreadable('empty');
  if (text.startsWith('<')) return readUnbaked(unbakeSvg(text), 'svg');
  return readBadge(text);
}

function readUnbaked(unbaked: Unbaked, image: 'png' | 'svg'): Reading {
  if (unbaked.found === 'badge') {
    const reading = readBadge(unbaked.badge.trim());
    return reading.kind === 'unreadable' ? reading : { ...reading, image };
  }
  if (unbaked.found === 'nothing') return unreadable('image-without-badge');
  return unreadable(unbaked.found === 'several' ? 'image-with-several-badges' : 'image-broken');
}

function readBadge(text: string): Reading {
  if (text.length > largestText) return unreadable('too-large');
  if (text.startsWith('{') || text.startsWith('[')) return readDocument(text);
  if (looksLikeCompactJws(text)) return readJws(text);
  const url = /^https?:\/\/\S+$/i.test(text) ? absoluteUrl(text) : undefined;
  return url ? { kind: 'address', url: url.href } : unreadable('unknown-format');
}

function readDocument(text: string): Reading {
  const reading = readJson(text);
  if (!reading.ok) return unreadable(`json-${reading.fault}`);
  const { value, oddNumbers } = reading;
  if (!isJsonObject(value)) return unreadable('not-a-credential');
  if (hasType(value, 'EuropeanDigitalCredential') && value['proof'] === undefined) {
    return { kind: 'elm', credential: value, oddNumbers };
  }
  if (hasType(value, 'VerifiableCredential')) return { kind: 'open-badge-3', credential: value, oddNumbers };
  if (hasType(value, 'Assertion')) return { kind: 'open-badge-2', assertion: value, oddNumbers };
  return unreadable('not-a-credential');
}

function readJws(text: string): Reading {
  const jws = readCompactJws(text);
  if (!jws) return unreadable('unknown-format');
  const { payload, oddNumbers } = jws;
  const credential = isJsonObject(payload['vc'])
    ? payload['vc']
    : without(payload, 'iss', 'jti', 'sub', 'nbf', 'exp', 'iat', 'aud');
  if (hasType(credential, 'VerifiableCredential'))
    return { kind: 'open-badge-3-jwt', jws, credential, oddNumbers };
  if (hasType(payload, 'Assertion')) return { kind: 'open-badge-2-jws', jws, assertion: payload, oddNumbers };
  return unreadable('not-a-credential');
}

function hasType(object: JsonObject, type: string): boolean {
  return listOf(object['type']).includes(type);
}
