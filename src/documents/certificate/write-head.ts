/** The upper part of a certificate: who awards what to whom, and when. */
import type { CertificateContent, CertificateText } from './certificate-content.js';
import {
  colours,
  fullWidth,
  line,
  heightOf,
  margins,
  ornament,
  part,
  sheet,
  styles,
  textWidth,
  warningColours,
  write,
  type Paper,
  type Style,
} from './paper.js';
import { printable } from './printable.js';
import { writeRows } from './write-rows.js';

const pictureSize = 104;
const besidePicture = { x: margins.left, width: textWidth - pictureSize - 26 };

/** @param has whether the font has a code point */
export function writeHead(
  paper: Paper,
  content: CertificateContent,
  has: (codePoint: number) => boolean,
): void {
  const { doc, root } = paper;
  ornament(paper, () => doc.rect(0, 0, sheet.width, 7).fill(colours.main));
  if (content.warning) writeWarning(paper, content.warning);
  const top = doc.y;
  const here = (role: string, text: CertificateText, style: Style): void =>
    write(paper, root, { role, text, style, place: besidePicture });

  here('P', { text: content.issuer }, { weight: 'strong', size: 13, colour: colours.main });
  doc.y += 15;
  here('P', { text: content.kind }, { weight: 'regular', size: 10.5, colour: colours.soft });
  here(
    'H1',
    content.title,
    fitting(paper, content.title, { weight: 'strong', colour: colours.ink }, [27, 23, 19, 16]),
  );
  doc.y += 9;
  writeHolder(paper, content.holder, has);
  const under = doc.y;
  drawPicture(paper, content.picture, top);
  doc.y = Math.max(under, top + pictureSize) + 10;

  line(paper, 0.6, colours.hair);
  doc.y += 9;
  const value: Style = { weight: 'strong', size: 10, colour: colours.ink };
  writeRows(paper, root, content.facts, { columns: 3, value });
  doc.y += 3;
  line(paper, 0.6, colours.hair);
  doc.y += 8;
}

function writeHolder(
  paper: Paper,
  { label, name, note, unprintable }: CertificateContent['holder'],
  has: (codePoint: number) => boolean,
): void {
  const { doc, root } = paper;
  const here = (text: string, style: Style): void =>
    write(paper, root, { role: 'P', text: { text }, style, place: besidePicture });
  if (name !== undefined) {
    here(label, { ...styles.body, colour: colours.soft });
    const printed = printable(name, has);
    // part of a name would be another name
    if (printed.text && printed.lacking === 0)
      here(
        printed.text,
        fitting(paper, { text: printed.text }, { weight: 'regular', colour: colours.ink }, [21, 18, 15]),
      );
    else here(unprintable, { ...styles.body, size: 11 });
    doc.y += 1;
  }
  here(note, name === undefined ? { ...styles.body, size: 11 } : styles.small);
}

/** The largest of the sizes in which a text takes at most two lines; the last where none does. */
function fitting(
  paper: Paper,
  text: CertificateText,
  style: Omit<Style, 'size'>,
  sizes: readonly number[],
): Style {
  const size = sizes.find(
    (one) => heightOf(paper, text, { ...style, size: one }, besidePicture.width) < one * 1.424 * 2,
  );
  return { ...style, size: size ?? sizes.at(-1) ?? 12 };
}

function writeWarning(paper: Paper, warning: string): void {
  const { doc, root } = paper;
  const style: Style = { weight: 'strong', size: 11, colour: warningColours.ink };
  const place = { x: fullWidth.x + 10, width: fullWidth.width - 20 };
  const top = doc.y - 14;
  const height = heightOf(paper, { text: warning }, style, place.width) + 12;
  ornament(paper, () => doc.rect(fullWidth.x, top, fullWidth.width, height).fill(warningColours.ground));
  doc.y = top + 6;
  write(paper, root, { role: 'P', text: { text: warning }, style, place });
  doc.y = top + height + 16;
}

function drawPicture({ doc, root }: Paper, { png, alt }: CertificateContent['picture'], top: number): void {
  const x = sheet.width - margins.right - pictureSize;
  part(root, doc, 'P', (paragraph) =>
    paragraph.add(
      doc.struct('Figure', { alt }, () => {
        doc.image(Buffer.from(png), x, top, { width: pictureSize, height: pictureSize });
      }),
    ),
  );
}
