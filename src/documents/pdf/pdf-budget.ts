/**
 * What one PDF may cost: some hundredths of a second at most, so that it needs no thread of its own. A certificate takes a tenth of
 * that; a file made to take long is given up.
 */
import { PdfTrouble } from './pdf-value.js';

const most = {
  /** Values read: numbers, names, texts, lists, dictionaries. */
  values: 20_000,
  /** Entries of all cross-reference tables together. */
  entries: 20_000,
  /** Tables, one for each time that the file was added to. */
  tables: 100,
  /** Objects looked at. */
  objects: 2_000,
  /** Entries of lists followed, each time anew: a list is read once, however many lead to it. */
  steps: 5_000,
  /** Files attached. */
  files: 20,
  /** Bytes unpacked. */
  unpacked: 2 * 1024 * 1024,
};

export interface PdfBudget {
  /** @throws PdfTrouble too-complex when there is no more */
  spend(what: keyof typeof most, count?: number): void;
  left(what: keyof typeof most): number;
}

export function pdfBudget(): PdfBudget {
  const left = { ...most };
  return {
    spend(what, count = 1) {
      left[what] -= count;
      if (left[what] < 0) throw new PdfTrouble('too-complex');
    },
    left: (what) => left[what],
  };
}
