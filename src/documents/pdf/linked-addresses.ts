/**
 * The web addresses to which the pages of a PDF lead by a click. Programs that merge files, or save them anew, keep these and lose
 * what is attached. What is drawn on a page is not looked at. ISO 32000-1, 7.7.3, 12.5.6.5 and 12.6.4.7
 */
import { dictionaryIn, openPdf, type OpenPdf } from './open-pdf.js';
import { nameOf, type PdfDictionary, PdfTrouble, type PdfValue } from './pdf-value.js';

/** Of an address as it stands in the file, with escapes: the page of an award has at most a few hundred characters. */
const longest = 2_000;

/** Each once, in the order of the pages; none of a file that cannot be read, or costs more than we spend, and none that is very long. */
export function linkedAddresses(bytes: Uint8Array): string[] {
  try {
    const pdf = openPdf(bytes);
    const catalogue = dictionaryIn(pdf, pdf.trailer.get('Root'));
    const links = pagesOf(pdf, catalogue?.get('Pages'), new Set()).flatMap((page) => linksOn(pdf, page));
    return [...new Set(links)];
  } catch (error) {
    if (error instanceof PdfTrouble) return [];
    throw error;
  }
}

/** Leaves of the tree of pages. */
function pagesOf(pdf: OpenPdf, given: PdfValue | undefined, seen: Set<PdfDictionary>): PdfDictionary[] {
  const node = dictionaryIn(pdf, given);
  if (!node || seen.has(node)) return [];
  seen.add(node);
  const kids = pdf.value(node.get('Kids'));
  if (!Array.isArray(kids)) return [node];
  pdf.budget.spend('steps', kids.length);
  return kids.flatMap((kid) => pagesOf(pdf, kid, seen));
}

function linksOn(pdf: OpenPdf, page: PdfDictionary): string[] {
  const annotations = pdf.value(page.get('Annots'));
  if (!Array.isArray(annotations)) return [];
  pdf.budget.spend('steps', annotations.length);
  return annotations.flatMap((given) => {
    const annotation = dictionaryIn(pdf, given);
    const action = dictionaryIn(pdf, annotation?.get('A'));
    const isLink = nameOf(pdf.value(annotation?.get('Subtype'))) === 'Link';
    if (!isLink || isHidden(pdf.value(annotation?.get('F'))) || nameOf(pdf.value(action?.get('S'))) !== 'URI')
      return [];
    const address = plainText(pdf.value(action?.get('URI')));
    return address === undefined ? [] : [address];
  });
}

/** Hidden, or there for printers alone. ISO 32000-1, 12.5.3 */
const isHidden = (flags: PdfValue): boolean => typeof flags === 'number' && (flags & (2 | 32)) !== 0;

/** Undefined with control characters: browsers leave them out, so that a click leads elsewhere. */
function plainText(text: PdfValue): string | undefined {
  const plain = withoutEscapes(text);
  return plain === undefined || /\p{Cc}/u.test(plain) ? undefined : plain;
}

/** Names of control characters. ISO 32000-1, table 3 */
const control = /[nrtbf]/;

/** Of a string as it stands in the file: some programs write every character that is no letter as an octal number. ISO 32000-1, 7.3.4 */
function withoutEscapes(text: PdfValue): string | undefined {
  if (typeof text !== 'string' || text.length > longest) return undefined;
  if (text.startsWith('<')) return Buffer.from(text.replace(/[^0-9A-Fa-f]/g, ''), 'hex').toString('latin1');
  return text.replace(/\\([0-7]{1,3}|[^0-7])/g, (_all, given: string) =>
    /^[0-7]/.test(given) ? String.fromCharCode(parseInt(given, 8) & 255) : given.replace(control, '\n'),
  );
}
