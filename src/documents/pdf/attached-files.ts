/**
 * The files attached to a PDF: those of its catalogue's list of embedded files, and those that are associated with the document
 * as a whole. ISO 32000-2, 7.11.4 and 14.13. Not those that hang on a page as a note.
 */
import { dictionaryIn, type OpenPdf } from './open-pdf.js';
import { isReference, type PdfDictionary, type PdfValue } from './pdf-value.js';

/** Object numbers of the streams, each once. @throws PdfTrouble */
export function attachedFiles(pdf: OpenPdf): number[] {
  const catalogue = dictionaryIn(pdf, pdf.trailer.get('Root'));
  const named = dictionaryIn(pdf, dictionaryIn(pdf, catalogue?.get('Names'))?.get('EmbeddedFiles'));
  const associated = pdf.value(catalogue?.get('AF'));
  const specifications = [
    ...(named ? leavesOf(pdf, named, new Set()) : []),
    ...(Array.isArray(associated) ? associated : []),
  ];
  const streams = specifications.flatMap((one) => streamsOf(pdf, dictionaryIn(pdf, one)));
  const each = [...new Set(streams)];
  pdf.budget.spend('files', each.length);
  return each;
}

/** Values of a name tree: every second entry of its leaves. ISO 32000-1, 7.9.6 */
function leavesOf(pdf: OpenPdf, node: PdfDictionary, seen: Set<PdfDictionary>): PdfValue[] {
  if (seen.has(node)) return [];
  seen.add(node);
  const [names, kids] = [pdf.value(node.get('Names')), pdf.value(node.get('Kids'))];
  for (const list of [names, kids]) if (Array.isArray(list)) pdf.budget.spend('steps', list.length);
  const own = Array.isArray(names) ? names.filter((_, place) => place % 2 === 1) : [];
  const below = Array.isArray(kids) ? kids.map((kid) => dictionaryIn(pdf, kid)) : [];
  return [...own, ...below.flatMap((kid) => (kid ? leavesOf(pdf, kid, seen) : []))];
}

/** A file may be told once for each kind of system: usually twice the same. */
function streamsOf(pdf: OpenPdf, specification: PdfDictionary | undefined): number[] {
  const embedded = dictionaryIn(pdf, specification?.get('EF'));
  return ['F', 'UF', 'DOS', 'Mac', 'Unix']
    .map((key) => embedded?.get(key))
    .filter(isReference)
    .map(({ object }) => object);
}
