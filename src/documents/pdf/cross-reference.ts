/**
 * Where each object of a PDF stands: all cross-reference tables and streams of a file, the newest first. What a newer one says
 * counts, as in every viewer. ISO 32000-1, 7.5.4 to 7.5.8
 */
import type { PdfBudget } from './pdf-budget.js';
import { isDictionary, nameOf, PdfTrouble, type PdfDictionary, type PdfStream } from './pdf-value.js';
import { type PdfReader, readValue, skipSpace, take } from './read-value.js';
import { unpackStream } from './unpack-stream.js';

export type ObjectPlace = 'free' | { offset: number } | { container: number; index: number };

export interface CrossReference {
  places: Map<number, ObjectPlace>;
  /** The newest one's. */
  trailer: PdfDictionary;
}

const startKeyword = /[\0\t\n\f\r ]*(\d{1,10})/y;
const subsection = /[\0\t\n\f\r ]*(\d{1,10})[ ]+(\d{1,10})(?=[\0\t\n\f\r ])/y;
const entry = /[\0\t\n\f\r ]*(\d{10})[ ](\d{5})[ ]([fn])/y;
const objectStart = /[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj(?![A-Za-z])/y;

/** @param file bytes as latin1, from "%PDF-" on @throws PdfTrouble */
export function readCrossReference(file: Buffer, text: string, budget: PdfBudget): CrossReference {
  const found = text.lastIndexOf('startxref');
  const reader: PdfReader = { text, at: found + 'startxref'.length, budget };
  const start = found === -1 ? undefined : take(reader, startKeyword);
  if (!start) throw new PdfTrouble('broken');
  const places = new Map<number, ObjectPlace>();
  let newest: PdfDictionary | undefined;
  const seen = new Set<number>();
  const waiting = [Number(start[1])];
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset)) continue;
    seen.add(offset);
    budget.spend('tables');
    reader.at = offset;
    const trailer = readSection(file, reader, places);
    newest ??= trailer;
    // a table for old readers has its stream beside it, which counts before older tables
    for (const key of ['XRefStm', 'Prev']) {
      const next = trailer.get(key);
      if (typeof next === 'number') waiting.push(next);
    }
  }
  if (!newest) throw new PdfTrouble('broken');
  return { places, trailer: newest };
}

/** An object as it stands at an offset: its value, and where its stream begins if it has one. */
export function readObjectAt(
  reader: PdfReader,
  offset: number,
): { number: number; value: ReturnType<typeof readValue>; stream?: PdfStream } {
  reader.at = offset;
  const found = take(reader, objectStart);
  if (!found) throw new PdfTrouble('broken');
  const value = readValue(reader);
  skipSpace(reader);
  const number = Number(found[1]);
  if (!isDictionary(value) || !take(reader, /stream(?:\r\n|\n|\r)/y)) return { number, value };
  return { number, value, stream: { dictionary: value, at: reader.at } };
}

function readSection(file: Buffer, reader: PdfReader, places: Map<number, ObjectPlace>): PdfDictionary {
  skipSpace(reader);
  if (take(reader, /xref/y)) return readTable(reader, places);
  const { stream } = readObjectAt(reader, reader.at);
  if (!stream || nameOf(stream.dictionary.get('Type')) !== 'XRef') throw new PdfTrouble('broken');
  readStream(file, stream, places, reader.budget);
  return stream.dictionary;
}

function readTable(reader: PdfReader, places: Map<number, ObjectPlace>): PdfDictionary {
  for (let head = take(reader, subsection); head; head = take(reader, subsection)) {
    const [first, count] = [Number(head[1]), Number(head[2])];
    for (let number = first; number < first + count; number += 1) {
      reader.budget.spend('entries');
      const found = take(reader, entry);
      if (!found) throw new PdfTrouble('broken');
      place(places, number, found[3] === 'f' ? 'free' : { offset: Number(found[1]) });
    }
  }
  skipSpace(reader);
  const trailer = take(reader, /trailer/y) && readValue(reader);
  if (!isDictionary(trailer)) throw new PdfTrouble('broken');
  return trailer;
}

function readStream(
  file: Buffer,
  { dictionary, at }: PdfStream,
  places: Map<number, ObjectPlace>,
  budget: PdfBudget,
): void {
  const length = dictionary.get('Length');
  const widths = numbers(dictionary.get('W'));
  const [kindWidth = 0, placeWidth = 0, restWidth = 0] = widths;
  if (typeof length !== 'number' || widths.length !== 3 || widths.some((width) => width > 6))
    throw new PdfTrouble('broken');
  const bytes = unpackStream(file.subarray(at, at + length), dictionary, budget);
  const index = dictionary.has('Index')
    ? numbers(dictionary.get('Index'))
    : [0, ...numbers([dictionary.get('Size') ?? 0])];
  const width = kindWidth + placeWidth + restWidth;
  const read = (from: number, size: number): number => (size === 0 ? 0 : bytes.readUIntBE(from, size));
  let row = 0;
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = index.slice(pair, pair + 2);
    for (let number = first; number < first + count; number += 1) {
      budget.spend('entries');
      if (row + width > bytes.length || width === 0) throw new PdfTrouble('broken');
      const kind = kindWidth === 0 ? 1 : read(row, kindWidth);
      const second = read(row + kindWidth, placeWidth);
      const third = read(row + kindWidth + placeWidth, restWidth);
      if (kind === 0) place(places, number, 'free');
      if (kind === 1) place(places, number, { offset: second });
      if (kind === 2) place(places, number, { container: second, index: third });
      row += width;
    }
  }
}

function numbers(value: unknown): number[] {
  const isCount = (one: unknown): one is number => Number.isInteger(one) && Number(one) >= 0;
  if (!Array.isArray(value) || !value.every(isCount)) throw new PdfTrouble('broken');
  return value;
}

/** The first that is told is the newest. */
function place(places: Map<number, ObjectPlace>, number: number, where: ObjectPlace): void {
  if (!places.has(number)) places.set(number, where);
}
