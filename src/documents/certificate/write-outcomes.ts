/** What the holder knows and can do, each group over the assessment that proves it. */
import type { CertificateContent, CertificateOutcomes } from './certificate-content.js';
import {
  colours,
  heightOf,
  keepTogether,
  margins,
  part,
  pen,
  styles,
  textWidth,
  write,
  type Paper,
  type Structure,
} from './paper.js';
import { inOneLanguage } from './write-rows.js';

const indent = 12;
const place = { x: margins.left + indent, width: textWidth - indent };
const outcomeStyle = { ...styles.body, size: 10 };

export function writeOutcomes(paper: Paper, { heading, groups }: CertificateContent['outcomes']): void {
  writeHeading(paper, paper.root, heading);
  for (const group of groups) {
    writeGroup(paper, group);
    paper.doc.y += 4;
  }
  paper.doc.y += 4;
}

/** A heading stays with the first lines under it. */
export function writeHeading(paper: Paper, parent: Structure, text: string): void {
  keepTogether(paper, 46);
  write(paper, parent, { role: 'H2', text: { text }, style: styles.heading });
  paper.doc.y += 3;
}

function writeGroup(paper: Paper, { outcomes, proof }: CertificateOutcomes): void {
  const { doc, root } = paper;
  part(root, doc, 'L', (list) => {
    for (const { beside, ...text } of outcomes) {
      // a bullet alone at the foot of a page would be read without its text
      keepTogether(paper, Math.min(heightOf(paper, text, outcomeStyle, place.width), 60));
      part(list, doc, 'LI', (item) => {
        item.add(doc.struct('Lbl', {}, () => writeBullet(paper)));
        part(item, doc, 'LBody', (body) => {
          write(paper, body, { role: 'P', text, style: outcomeStyle, place });
          for (const line of inOneLanguage(beside))
            write(paper, body, { role: 'P', text: line, style: styles.small, place });
        });
      });
    }
  });
  doc.y += 1;
  for (const text of inOneLanguage(proof))
    write(paper, root, { role: 'P', text, style: styles.small, place });
}

function writeBullet({ doc }: Paper): void {
  const { y } = doc;
  pen(doc, { ...outcomeStyle, colour: colours.main }).text('•', margins.left, y, { lineBreak: false });
  doc.y = y;
}
