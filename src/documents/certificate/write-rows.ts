/** Names with what stands under them, side by side in columns: a list with labels for screen readers. */
import type { CertificateRow, CertificateText } from './certificate-content.js';
import {
  fullWidth,
  heightOf,
  keepTogether,
  margins,
  part,
  styles,
  textWidth,
  write,
  type Paper,
  type Place,
  type Style,
  type Structure,
} from './paper.js';

const columnGap = 22;
const rowGap = 5;
/** Higher ones do not stand beside others but go on over the end of the page. */
const mostHeight = 240;

export function writeRows(
  paper: Paper,
  parent: Structure,
  rows: readonly CertificateRow[],
  { columns, value = styles.body }: { columns: number; value?: Style },
): void {
  const { doc } = paper;
  const width = (textWidth - columnGap * (columns - 1)) / columns;
  part(parent, doc, 'L', (list) => {
    for (let first = 0; first < rows.length; first += columns) {
      const beside = rows.slice(first, first + columns);
      const height = Math.max(...beside.map((row) => heightOfRow(paper, row, value, width)));
      if (height > mostHeight) {
        for (const row of beside) {
          keepTogether(paper, 40);
          writeRow(paper, list, row, value, fullWidth);
          doc.y += rowGap;
        }
        continue;
      }
      keepTogether(paper, height);
      const top = doc.y;
      beside.forEach((row, column) => {
        doc.y = top;
        writeRow(paper, list, row, value, { x: margins.left + column * (width + columnGap), width });
      });
      doc.y = top + height + rowGap;
    }
  });
}

function writeRow(paper: Paper, list: Structure, row: CertificateRow, value: Style, place: Place): void {
  const { doc } = paper;
  part(list, doc, 'LI', (item) => {
    write(paper, item, { role: 'Lbl', text: { text: row.label }, style: styles.small, place });
    part(item, doc, 'LBody', (body) => {
      for (const text of linesOf(row)) write(paper, body, { role: 'P', text, style: value, place });
    });
  });
}

function heightOfRow(paper: Paper, row: CertificateRow, value: Style, width: number): number {
  const label = heightOf(paper, { text: row.label }, styles.small, width);
  return linesOf(row).reduce((sum, text) => sum + heightOf(paper, text, value, width), label);
}

const linesOf = ({ lines }: CertificateRow): CertificateText[] =>
  inOneLanguage(lines.flatMap((line) => inOneLanguage(line, ', ')));

/** Pieces in the same language are one line, those in another get a line of their own: a line is read aloud in one language. */
export function inOneLanguage(pieces: readonly CertificateText[], between = ' · '): CertificateText[] {
  const lines: CertificateText[] = [];
  for (const { text, lang } of pieces) {
    const last = lines.at(-1);
    if (last && last.lang === lang) last.text += `${/[.!?]$/.test(last.text) ? ' ' : between}${text}`;
    else lines.push({ text, lang });
  }
  return lines;
}
