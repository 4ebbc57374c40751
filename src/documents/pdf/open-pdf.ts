/** A PDF whose objects can be asked for one by one: nothing is read that nobody asks for. ISO 32000-1, 7.3.10 and 7.5.7 */
import { readCrossReference, readObjectAt } from './cross-reference.js';
import { pdfBudget, type PdfBudget } from './pdf-budget.js';
import {
  isDictionary,
  isReference,
  PdfTrouble,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from './pdf-value.js';
import { readValue } from './read-value.js';
import { unpackStream } from './unpack-stream.js';

export interface OpenPdf {
  budget: PdfBudget;
  trailer: PdfDictionary;
  /** The value, references followed; null for what is not there. */
  value(given: PdfValue | undefined): PdfValue;
  /** Bytes of a stream, unpacked; undefined when the object is none. @throws PdfTrouble */
  bytes(object: number): Buffer | undefined;
}

const headerWithin = 1024;
const longestChain = 8;

interface Loaded {
  value: PdfValue;
  stream?: PdfStream;
}

/** True for a file with a PDF header near its begin, where viewers look for it. */
export const looksLikePdf = (bytes: Uint8Array): boolean => headerOf(bytes) !== -1;

const headerOf = (bytes: Uint8Array): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headerWithin)).indexOf('%PDF-');

/** @throws PdfTrouble, also later, when an object is asked for */
export function openPdf(given: Uint8Array): OpenPdf {
  // places are counted from the header
  const file = Buffer.from(given.buffer, given.byteOffset, given.byteLength).subarray(headerOf(given));
  const text = file.toString('latin1');
  const budget = pdfBudget();
  const { places, trailer } = readCrossReference(file, text, budget);
  if (trailer.has('Encrypt')) throw new PdfTrouble('encrypted');
  const known = new Map<number, Loaded>();
  const containers = new Map<number, { text: string; begins: Map<number, number> }>();

  function load(number: number, mayBePacked = true): Loaded {
    const before = known.get(number);
    if (before) return before;
    budget.spend('objects');
    const place = places.get(number);
    let loaded: Loaded = { value: null };
    if (place && place !== 'free') {
      if ('offset' in place) {
        const read = readObjectAt({ text, at: 0, budget }, place.offset);
        if (read.number !== number) throw new PdfTrouble('broken');
        loaded = read;
      } else {
        // a container within a container is forbidden
        if (!mayBePacked) throw new PdfTrouble('broken');
        loaded = { value: fromContainer(place.container, number) };
      }
    }
    known.set(number, loaded);
    return loaded;
  }

  function fromContainer(container: number, number: number): PdfValue {
    const packed = containers.get(container) ?? unpackContainer(container);
    containers.set(container, packed);
    const begin = packed.begins.get(number);
    return begin === undefined ? null : readValue({ text: packed.text, at: begin, budget });
  }

  function unpackContainer(container: number): { text: string; begins: Map<number, number> } {
    const { stream } = load(container, false);
    const [count, first] = [stream?.dictionary.get('N'), stream?.dictionary.get('First')];
    if (!stream || typeof count !== 'number' || typeof first !== 'number') throw new PdfTrouble('broken');
    const content = streamBytes(stream).toString('latin1');
    const reader = { text: content, at: 0, budget };
    const begins = new Map<number, number>();
    for (let place = 0; place < count; place += 1) {
      const [number, offset] = [readValue(reader), readValue(reader)];
      if (typeof number !== 'number' || typeof offset !== 'number') throw new PdfTrouble('broken');
      begins.set(number, first + offset);
    }
    return { text: content, begins };
  }

  function streamBytes({ dictionary, at }: PdfStream): Buffer {
    const length = value(dictionary.get('Length'));
    if (typeof length !== 'number' || length < 0 || at + length > file.length) throw new PdfTrouble('broken');
    if (!/^(?:\r\n|\n|\r)?endstream/.test(text.slice(at + length, at + length + 12)))
      throw new PdfTrouble('broken');
    const followed = new Map([...dictionary].map(([key, one]) => [key, value(one)]));
    return unpackStream(file.subarray(at, at + length), followed, budget);
  }

  function value(of: PdfValue | undefined): PdfValue {
    let found = of ?? null;
    for (let step = 0; isReference(found); step += 1) {
      if (step === longestChain) throw new PdfTrouble('broken');
      found = load(found.object).value;
    }
    return found;
  }

  return {
    budget,
    trailer,
    value,
    bytes(object) {
      const { stream } = load(object);
      return stream && streamBytes(stream);
    },
  };
}

/** The dictionary that is meant, references followed; undefined for any other value. */
export function dictionaryIn(pdf: OpenPdf, given: PdfValue | undefined): PdfDictionary | undefined {
  const value = pdf.value(given);
  return isDictionary(value) ? value : undefined;
}
