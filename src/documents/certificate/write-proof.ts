/**
 * How to check a certificate: at the foot of its first page, always at the same place. No picture of a signature: what is
 * signed is the credential.
 */
import QRCode from 'qrcode';
import type { CertificateContent } from './certificate-content.js';
import {
  colours,
  heightOf,
  line,
  margins,
  part,
  pen,
  styles,
  textWidth,
  write,
  type Paper,
  type Style,
} from './paper.js';

const codeSize = 84;
const gap = 18;
const place = { x: margins.left + codeSize + gap, width: textWidth - codeSize - gap };
const strong: Style = { weight: 'strong', size: 10, colour: colours.ink };
const addressStyle: Style = { weight: 'strong', size: 8.75, colour: colours.main };

/** Points that it takes of the first page, with the space above it. */
export function heightOfProof(
  paper: Paper,
  { heading, lines, address }: CertificateContent['proof'],
): number {
  const height = (text: string, style: Style): number => heightOf(paper, { text }, style, place.width);
  const words = lines.reduce(
    (sum, line) => sum + height(line, styles.small),
    height(heading, strong) + height(address, addressStyle),
  );
  return Math.max(words + 6, codeSize) + 26;
}

/** @param top where the space above it begins */
export function writeProof(paper: Paper, proof: CertificateContent['proof'], top: number): void {
  const { doc, root } = paper;
  doc.y = top + 12;
  line(paper, 1.2, colours.main);
  const contentTop = top + 24;
  part(root, doc, 'Sect', (section) => {
    doc.y = contentTop - 3;
    write(paper, section, { role: 'H2', text: { text: proof.heading }, style: strong, place });
    for (const text of proof.lines)
      write(paper, section, { role: 'P', text: { text }, style: styles.small, place });
    doc.y += 3;
    part(section, doc, 'P', (paragraph) =>
      paragraph.add(
        doc.struct('Link', { alt: proof.address }, () => {
          pen(doc, addressStyle).text(proof.address, place.x, doc.y, {
            width: place.width,
            link: proof.address,
          });
        }),
      ),
    );
    part(section, doc, 'P', (paragraph) =>
      paragraph.add(
        doc.struct('Figure', { alt: proof.qrAlt }, () =>
          drawCode(doc, proof.address, margins.left, contentTop),
        ),
      ),
    );
  });
}

/** As squares, one path: sharp at every size. ISO/IEC 18004 */
function drawCode(doc: Paper['doc'], address: string, x: number, y: number): void {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  const side = codeSize / modules.size;
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) doc.rect(x + column * side, y + row * side, side, side);
  doc.fill('#000000');
}
