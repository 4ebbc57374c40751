/**
 * The sheet that a certificate is written on: A4, sizes in points, what is written is tagged for screen readers.
 * Places on it are counted from the upper left corner. ISO 32000-1, 14.8 (tagged PDF)
 */
import { fontFiles, type Weight } from './certificate-fonts.js';
import type { CertificateText } from './certificate-content.js';
import { printable } from './printable.js';

export type Structure = PDFKit.PDFStructureElement;

export interface Paper {
  doc: PDFKit.PDFDocument;
  /** The whole text, in the order in which it is read. */
  root: Structure;
  /** Text as it can be printed: with placeholders for single letters that the font lacks, a sentence in its place where it lacks most. */
  print: (text: string) => string;
  /** Whether a placeholder stands in what was printed until now. */
  hasGaps: () => boolean;
}

export const sheet = { width: 595.28, height: 841.89 };
export const margins = { left: 62, right: 62, top: 46, bottom: 50 };
export const textWidth = sheet.width - margins.left - margins.right;

/** Those of the pages. */
export const colours = { ink: '#1c2733', soft: '#4a5866', hair: '#d5dbe1', main: '#0b4a6f' };
export const warningColours = { ink: '#9b1c1c', ground: '#fbe9e9' };

export interface Style {
  weight: Weight;
  size: number;
  colour: string;
}

export const styles = {
  body: { weight: 'regular', size: 9.25, colour: colours.ink },
  small: { weight: 'regular', size: 8.25, colour: colours.soft },
  heading: { weight: 'strong', size: 11.5, colour: colours.main },
} as const satisfies Record<string, Style>;

/** The font's own distance of lines is that of a screen. */
const leading = -0.09;

/** Each text is looked at once: it is measured before it is written. @param has whether the font has a code point */
export function printer(
  unprintable: string,
  has: (codePoint: number) => boolean,
): Pick<Paper, 'print' | 'hasGaps'> {
  const known = new Map<string, string>();
  let hasGaps = false;
  const print = (text: string): string => {
    const { text: printed, letters, lacking } = printable(text, has);
    if (lacking > letters / 2) return unprintable;
    hasGaps ||= lacking > 0;
    return printed;
  };
  return {
    print: (text) => {
      const printed = known.get(text) ?? print(text);
      known.set(text, printed);
      return printed;
    },
    hasGaps: () => hasGaps,
  };
}

export interface Place {
  x: number;
  width: number;
}
export const fullWidth: Place = { x: margins.left, width: textWidth };

/** Height that a text takes, points. */
export function heightOf(
  { doc, print }: Paper,
  { text }: CertificateText,
  style: Style,
  width: number,
): number {
  return pen(doc, style).heightOfString(print(text), { width, lineGap: leading * style.size });
}

/** Writes where the pen is and goes on over the end of the page. The pen is under the text then. */
export function write(
  { doc, print }: Paper,
  parent: Structure,
  {
    role,
    text,
    style,
    place = fullWidth,
  }: { role: string; text: CertificateText; style: Style; place?: Place },
): void {
  const printed = print(text.text);
  if (printed === '') return;
  parent.add(
    doc.struct(role, { lang: text.lang }, () => {
      pen(doc, style).text(printed, place.x, doc.y, { width: place.width, lineGap: leading * style.size });
    }),
  );
}

/** Goes to a new page unless so many points are left on this one. */
export function keepTogether({ doc }: Paper, height: number): void {
  if (doc.y + height > doc.page.maxY()) doc.addPage();
}

/** What is no text: lines, grounds, page numbers. Screen readers leave it out. */
export function ornament({ doc }: Paper, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

/** Across the text, where the pen is. @param width in points */
export function line(paper: Paper, width: number, colour: string): void {
  const { doc } = paper;
  ornament(paper, () =>
    doc
      .moveTo(margins.left, doc.y)
      .lineTo(sheet.width - margins.right, doc.y)
      .lineWidth(width)
      .stroke(colour),
  );
}

/** A part of the structure that is filled and then closed. */
export function part(
  parent: Structure,
  doc: Paper['doc'],
  role: string,
  fill: (made: Structure) => void,
): void {
  const made = doc.struct(role);
  parent.add(made);
  fill(made);
  made.end();
}

export function pen(doc: Paper['doc'], { weight, size, colour }: Style): Paper['doc'] {
  return doc.font(fontFiles[weight]).fontSize(size).fillColor(colour);
}
