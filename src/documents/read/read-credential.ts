/**
 * Reads what somebody hands in: bytes of a file or pasted text; JSON, VC-JWT, JWS, SD-JWT VC, an address, a PNG or SVG with a badge
 * in it, or a PDF with one attached. Says what it is; believes nothing. Never throws for bad input.
 */
import { absoluteUrl } from '../../shared/absolute-url.js';
import { looksLikePng } from '../baked-image/png-chunks.js';
import type { Unbaked } from '../baked-image/baked-version.js';
import { unbakePng } from '../baked-image/unbake-png.js';
import { unbakeSvg } from '../baked-image/unbake-svg.js';
import { decodeUtf8 } from '../json/decode-utf8.js';
import { isJsonObject, type JsonObject, type JsonValue, listOf, without } from '../json/json-value.js';
import { readJson } from '../json/read-json.js';
import { looksLikePdf } from '../pdf/open-pdf.js';
import { unbakePdf } from '../pdf/unbake-pdf.js';
import { looksLikeCompactJws, readCompactJws } from '../proofs/compact-jws.js';
import { looksLikeSdJwt, readSdJwt } from '../sd-jwt/read-sd-jwt.js';
import { sdJwtTypes } from '../sd-jwt/verify-sd-jwt.js';
import { awardLinks } from './award-links.js';
import type { Container, Reading, UnreadableReason } from './reading.js';

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
  if (looksLikePdf(bytes)) return readPdf(bytes);
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

function readUnbaked(unbaked: Unbaked, container: 'png' | 'svg'): Reading {
  if (unbaked.found === 'badge') return readContained(unbaked.badge.trim(), container);
  if (unbaked.found === 'nothing') return unreadable('image-without-badge');
  return unreadable(unbaked.found === 'several' ? 'image-with-several-badges' : 'image-broken');
}

function readContained(text: string, container: Container): Reading {
  const reading = readBadge(text);
  return reading.kind === 'unreadable' ? reading : { ...reading, container };
}

/** Other files may be attached as well, and links are none: an address among them is no badge. */
function readPdf(bytes: Uint8Array): Reading {
  const isBadge = (text: string): boolean => !['unreadable', 'address'].includes(readBadge(text).kind);
  const unbaked = unbakePdf(bytes, isBadge);
  if (unbaked.found === 'badge') return readContained(unbaked.badge, 'pdf');
  if (unbaked.found === 'nothing') return readLinks(bytes);
  return unreadable(unbaked.found === 'several' ? 'pdf-with-several-badges' : `pdf-${unbaked.found}`);
}

/** What was attached is lost: the address that its pages lead to is read in its place, if there is one. */
function readLinks(pdf: Uint8Array): Reading {
  const [url, ...others] = awardLinks(pdf);
  if (url === undefined) return unreadable('pdf-without-badge');
  return others.length > 0
    ? unreadable('pdf-with-several-links')
    : { kind: 'address', url, container: 'pdf' };
}

function readBadge(text: string): Reading {
  if (text.length > largestText) return unreadable('too-large');
  if (text.startsWith('{') || text.startsWith('[')) return readDocument(text);
  if (looksLikeCompactJws(text)) return readJws(text);
  if (looksLikeSdJwt(text)) return readSdJwtVc(text);
  const url = /^https?:\/\/\S+$/i.test(text) ? absoluteUrl(text) : undefined;
  return url ? { kind: 'address', url: url.href } : unreadable('unknown-format');
}

function readDocument(text: string): Reading {
  const reading = readJson(text);
  if (!reading.ok) return unreadable(`json-${reading.fault}`);
  const { value, oddNumbers } = reading;
  if (!isJsonObject(value)) return unreadable('not-a-credential');
  if (typeof value['payload'] === 'string' && value['signatures'] !== undefined) {
    return readSealed(value['payload'], value['signatures']);
  }
  const elm = unsealedElm(value);
  if (elm) return { kind: 'elm', credential: elm, oddNumbers };
  if (hasType(value, 'VerifiableCredential')) return { kind: 'open-badge-3', credential: value, oddNumbers };
  if (hasType(value, 'Assertion')) return { kind: 'open-badge-2', assertion: value, oddNumbers };
  if (hasType(value, 'Endorsement')) {
    return { kind: 'open-badge-2-endorsement', endorsement: value, oddNumbers };
  }
  return unreadable('not-a-credential');
}

/** Alone, or with the details of its delivery, as the issuer's application of Europass takes it. */
function unsealedElm(value: JsonObject): JsonObject | undefined {
  const isElm = (object: JsonObject): boolean =>
    hasType(object, 'EuropeanDigitalCredential') && object['proof'] === undefined;
  if (isElm(value)) return value;
  const inner = value['type'] === undefined ? value['credential'] : undefined;
  return isJsonObject(inner) && isElm(inner) ? inner : undefined;
}

/** A European Digital Credential under its seal: JWS in JSON with the credential as plain text. https://www.etsi.org/deliver/etsi_ts/119100_119199/11918201/ */
function readSealed(payload: string, signatures: JsonValue): Reading {
  const reading = readJson(payload);
  if (!reading.ok) return unreadable('not-a-credential');
  const { value, oddNumbers } = reading;
  return isJsonObject(value) && hasType(value, 'EuropeanDigitalCredential')
    ? { kind: 'elm-sealed', credential: value, payload, signatures, oddNumbers }
    : unreadable('not-a-credential');
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
  if (hasType(payload, 'Endorsement')) {
    return { kind: 'open-badge-2-endorsement', jws, endorsement: payload, oddNumbers };
  }
  return unreadable('not-a-credential');
}

/** One without `vct` is of another kind: the credentials of W3C once bore the same type in their header. */
function readSdJwtVc(text: string): Reading {
  const sdJwt = readSdJwt(text);
  if (!sdJwt) return unreadable('unknown-format');
  const { header, payload, oddNumbers } = sdJwt.jws;
  return sdJwtTypes.some((type) => type === header['typ']) && payload['vct'] !== undefined
    ? { kind: 'sd-jwt-vc', sdJwt, oddNumbers }
    : unreadable('sd-jwt');
}

function hasType(object: JsonObject, type: string): boolean {
  return listOf(object['type']).includes(type);
}
