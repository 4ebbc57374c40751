/**
 * A document with a mark in place of each text that differs, so that documents alike become the same one. Marks hold a secret
 * of this process: no text that anybody writes can be taken for one.
 */
import { randomBytes } from 'node:crypto';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/json-value.js';
import type { VariableParts } from './variable-parts.js';

export interface MarkedDocument {
  document: JsonObject;
  /** By number, what stands in the document now: a mark, after the scheme where the text is an address. */
  marks: string[];
  /** By number, the text in place of which the mark stands; of an address, what follows its scheme. */
  values: string[];
}

const secret = randomBytes(16).toString('hex');

/** Of the text with this number. Letters and digits alone: neither JSON nor N-Quads escapes them. */
export const textMark = (index: number): string => `${secret}t${index}z`;

/** Of the blank node with this number. */
export const nodeMark = (index: number): string => `${secret}n${index}z`;

/** A mark with its kind and number, for splitting. */
export const anyMark = new RegExp(`${secret}([tn])(\\d+)z`);

/**
 * JSON-LD treats a text by what stands before its first colon: that stays, and what follows has only letters that no
 * serialisation changes. Any other text is marked as a whole.
 */
const address = /^(https?:\/\/|urn:|did:)([\w!#$%&'()*+,./:;=?@~[\]-]*)$/;

export function markedDocument(document: JsonObject, parts: VariableParts): MarkedDocument {
  const marks: string[] = [];
  const values: string[] = [];
  const mark = (text: string): string => {
    const [, scheme = '', rest = text] = address.exec(text) ?? [];
    values.push(rest);
    return marks[marks.push(scheme + textMark(marks.length)) - 1] ?? '';
  };
  return { document: markedObject(document, parts, mark), marks, values };
}

type Mark = (text: string) => string;

function markedObject(object: JsonObject, parts: VariableParts, mark: Mark): JsonObject {
  const copy = { ...object };
  for (const [name, inner] of Object.entries(parts)) {
    const value = copy[name];
    if (value !== undefined) copy[name] = markedValue(value, inner, mark);
  }
  return copy;
}

function markedValue(value: JsonValue, parts: true | VariableParts, mark: Mark): JsonValue {
  if (Array.isArray(value)) return value.map((entry) => markedValue(entry, parts, mark));
  if (parts !== true) return isJsonObject(value) ? markedObject(value, parts, mark) : value;
  return typeof value === 'string' ? mark(value) : value;
}
