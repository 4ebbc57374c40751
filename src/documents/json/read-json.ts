/**
 * A strict JSON reader for documents of strangers. Unlike JSON.parse it refuses what readers understand differently: a key
 * given twice, `__proto__`, lone surrogates, numbers that lose digits; and it tells of numbers such as 3.0, which canonicalise
 * differently elsewhere. https://www.rfc-editor.org/rfc/rfc7493 (I-JSON)
 */
import type { JsonObject, JsonValue } from './json-value.js';

export type JsonFault =
  'syntax' | 'duplicate-key' | 'refused-key' | 'lone-surrogate' | 'unsafe-number' | 'too-deep';

export type JsonReading =
  | { ok: true; value: JsonValue; /** Numbers written as 3.0 or 3e0. */ oddNumbers: number }
  | { ok: false; fault: JsonFault; at: number };

const deepest = 64;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const space = /[ \t\n\r]*/y;

class Stop extends Error {
  constructor(
    readonly fault: JsonFault,
    readonly at: number,
  ) {
    super(fault);
  }
}

/** Reads JSON text; what is wrong comes back as a value with its place (UTF-16 units). */
export function readJson(text: string): JsonReading {
  const reader = { text, at: 0, oddNumbers: 0 };
  try {
    const value = readValue(reader, 0);
    skipSpace(reader);
    if (reader.at < text.length) return { ok: false, fault: 'syntax', at: reader.at };
    return { ok: true, value, oddNumbers: reader.oddNumbers };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, fault: error.fault, at: error.at };
    throw error;
  }
}

interface Reader {
  text: string;
  at: number;
  oddNumbers: number;
}

function readValue(reader: Reader, depth: number): JsonValue {
  if (depth > deepest) throw new Stop('too-deep', reader.at);
  skipSpace(reader);
  const next = reader.text[reader.at];
  if (next === '{') return readObject(reader, depth);
  if (next === '[') return readArray(reader, depth);
  if (next === '"') return readString(reader);
  if (next === 't') return readWord(reader, 'true', true);
  if (next === 'f') return readWord(reader, 'false', false);
  if (next === 'n') return readWord(reader, 'null', null);
  return readNumber(reader);
}

function readObject(reader: Reader, depth: number): JsonObject {
  const object: JsonObject = {};
  const seen = new Set<string>();
  reader.at += 1;
  if (take(reader, '}')) return object;
  do {
    skipSpace(reader);
    const at = reader.at;
    const key = readString(reader);
    if (seen.has(key)) throw new Stop('duplicate-key', at);
    if (key === '__proto__') throw new Stop('refused-key', at);
    seen.add(key);
    need(reader, ':');
    object[key] = readValue(reader, depth + 1);
  } while (take(reader, ','));
  need(reader, '}');
  return object;
}

function readArray(reader: Reader, depth: number): JsonValue[] {
  const array: JsonValue[] = [];
  reader.at += 1;
  if (take(reader, ']')) return array;
  do array.push(readValue(reader, depth + 1));
  while (take(reader, ','));
  need(reader, ']');
  return array;
}

function readString(reader: Reader): string {
  const start = reader.at;
  if (reader.text[start] !== '"') throw new Stop('syntax', start);
  // most have nothing to unescape, and end at the next quote
  const quote = reader.text.indexOf('"', start + 1);
  const plain = reader.text.slice(start + 1, quote);
  if (quote !== -1 && !/[\\\u0000-\u001F]/.test(plain)) {
    if (hasLoneSurrogate(plain)) throw new Stop('lone-surrogate', start);
    reader.at = quote + 1;
    return plain;
  }
  let end = start + 1;
  while (end < reader.text.length && reader.text[end] !== '"') end += reader.text[end] === '\\' ? 2 : 1;
  reader.at = end + 1;
  const text = unquoted(reader.text.slice(start, end + 1), start);
  if (hasLoneSurrogate(text)) throw new Stop('lone-surrogate', start);
  return text;
}

/** Few texts have surrogates at all. */
const hasLoneSurrogate = (text: string): boolean =>
  /[\uD800-\uDFFF]/.test(text) && /\p{Surrogate}/u.test(text);

/** JSON.parse knows the escapes, and refuses control characters and what does not end. */
function unquoted(token: string, at: number): string {
  try {
    return JSON.parse(token) as string;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Stop('syntax', at);
    throw error;
  }
}

function readNumber(reader: Reader): number {
  const at = reader.at;
  const token = match(reader, numberToken);
  const value = Number(token);
  if (!Number.isFinite(value)) throw new Stop('unsafe-number', at);
  if (Number.isInteger(value)) {
    if (!Number.isSafeInteger(value)) throw new Stop('unsafe-number', at);
    if (!/^-?\d+$/.test(token)) reader.oddNumbers += 1;
  }
  return value;
}

function readWord<T>(reader: Reader, word: string, value: T): T {
  if (!reader.text.startsWith(word, reader.at)) throw new Stop('syntax', reader.at);
  reader.at += word.length;
  return value;
}

function match(reader: Reader, token: RegExp): string {
  token.lastIndex = reader.at;
  const found = token.exec(reader.text)?.[0];
  if (found === undefined) throw new Stop('syntax', reader.at);
  reader.at += found.length;
  return found;
}

function skipSpace(reader: Reader): void {
  space.lastIndex = reader.at;
  reader.at += space.exec(reader.text)?.[0].length ?? 0;
}

function take(reader: Reader, character: string): boolean {
  skipSpace(reader);
  if (reader.text[reader.at] !== character) return false;
  reader.at += 1;
  return true;
}

function need(reader: Reader, character: string): void {
  if (!take(reader, character)) throw new Stop('syntax', reader.at);
}
