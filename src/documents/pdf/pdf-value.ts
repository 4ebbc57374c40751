/** Values of a PDF, as far as finding its attached files needs them. ISO 32000-1, 7.3 */

/** A text is a string as it stands in the file: nothing here needs its escapes resolved. */
export type PdfValue = null | boolean | number | string | PdfName | PdfReference | PdfValue[] | PdfDictionary;

export interface PdfName {
  name: string;
}

export interface PdfReference {
  object: number;
}

export type PdfDictionary = Map<string, PdfValue>;

/** Its bytes begin at `at` in the file. */
export interface PdfStream {
  dictionary: PdfDictionary;
  at: number;
}

export const isDictionary = (value: unknown): value is PdfDictionary => value instanceof Map;

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && value !== null && 'object' in value;
}

/** The name, without its slash; undefined for any other value. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
}

/** What cannot be read, and what would take more than any certificate needs. Never leaves this folder. */
export class PdfTrouble extends Error {
  constructor(readonly kind: 'broken' | 'encrypted' | 'too-complex') {
    super(kind);
  }
}
