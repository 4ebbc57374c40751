/**
 * Reads the values of a PDF at a place in its text (bytes as latin1). Content of pages, scripts and forms is never looked at.
 * ISO 32000-1, 7.2 and 7.3
 */
import type { PdfBudget } from './pdf-budget.js';
import { PdfTrouble, type PdfDictionary, type PdfValue } from './pdf-value.js';

export interface PdfReader {
  text: string;
  at: number;
  budget: PdfBudget;
}

const deepest = 32;
const white = /[\0\t\n\f\r ]*/y;
const lineRest = /[^\n\r]*/y;
const number = /[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})/y;
const reference = /(\d{1,10})[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const name = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const hexText = /<[0-9A-Fa-f\0\t\n\f\r ]*>/y;
const word = /true|false|null/y;
const words: Record<string, PdfValue> = { true: true, false: false, null: null };

/** @throws PdfTrouble */
export function readValue(reader: PdfReader, depth = 0): PdfValue {
  if (depth > deepest) throw new PdfTrouble('too-complex');
  reader.budget.spend('values');
  skipSpace(reader);
  switch (reader.text.charAt(reader.at)) {
    case '<':
      if (reader.text[reader.at + 1] === '<') return readDictionary(reader, depth);
      return need(reader, hexText);
    case '[':
      return readArray(reader, depth);
    case '(':
      return readText(reader);
    case '/':
      return { name: unescapedName(need(reader, name)) };
    case 't':
    case 'f':
    case 'n':
      return words[need(reader, word)] ?? null;
    default:
      return readNumberOrReference(reader);
  }
}

/** White space and comments. */
export function skipSpace(reader: PdfReader): void {
  take(reader, white);
  while (reader.text[reader.at] === '%') {
    take(reader, lineRest);
    take(reader, white);
  }
}

/** What the sticky pattern finds here; undefined when it finds nothing. */
export function take(reader: PdfReader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text) ?? undefined;
  if (found) reader.at += found[0].length;
  return found;
}

function need(reader: PdfReader, pattern: RegExp): string {
  const found = take(reader, pattern);
  if (!found) throw new PdfTrouble('broken');
  return found[0];
}

function readDictionary(reader: PdfReader, depth: number): PdfDictionary {
  const dictionary: PdfDictionary = new Map();
  reader.at += 2;
  for (skipSpace(reader); !reader.text.startsWith('>>', reader.at); skipSpace(reader)) {
    const key = unescapedName(need(reader, name));
    dictionary.set(key, readValue(reader, depth + 1));
  }
  reader.at += 2;
  return dictionary;
}

function readArray(reader: PdfReader, depth: number): PdfValue[] {
  const values: PdfValue[] = [];
  reader.at += 1;
  for (skipSpace(reader); reader.text[reader.at] !== ']'; skipSpace(reader)) {
    values.push(readValue(reader, depth + 1));
  }
  reader.at += 1;
  return values;
}

/** Up to the bracket that closes it. */
function readText(reader: PdfReader): string {
  const start = reader.at + 1;
  let open = 0;
  for (let at = reader.at; at < reader.text.length; at += 1) {
    const character = reader.text[at];
    if (character === '\\') at += 1;
    else if (character === '(') open += 1;
    else if (character === ')') open -= 1;
    if (open > 0) continue;
    reader.at = at + 1;
    return reader.text.slice(start, at);
  }
  throw new PdfTrouble('broken');
}

function readNumberOrReference(reader: PdfReader): PdfValue {
  const found = take(reader, reference);
  return found ? { object: Number(found[1]) } : Number(need(reader, number));
}

const unescapedName = (token: string): string =>
  token.slice(1).replace(/#([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
