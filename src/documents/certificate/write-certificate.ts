/** Puts the parts of a certificate on its pages. Loads pdfkit and the fonts: see make-certificate.ts for when. */
import PDFDocument from 'pdfkit';
import type { CertificateContent } from './certificate-content.js';
import { fontFiles, fontHas } from './certificate-fonts.js';
import {
  colours,
  margins,
  ornament,
  pen,
  printer,
  sheet,
  styles,
  textWidth,
  write,
  type Paper,
} from './paper.js';
import { writeHead } from './write-head.js';
import { writeHeading, writeOutcomes } from './write-outcomes.js';
import { heightOfProof, writeProof } from './write-proof.js';
import { writeRows } from './write-rows.js';

export async function writeCertificate(content: CertificateContent): Promise<Uint8Array> {
  const doc = newDocument(content);
  const bytes = collected(doc);
  const paper: Paper = { doc, root: doc.struct('Document'), ...printer(content.unprintable, fontHas) };
  doc.addStructure(paper.root);
  doc.addPage();
  const proofHeight = heightOfProof(paper, content.proof);
  const { margins: first } = doc.page;
  first.bottom = margins.bottom + proofHeight;

  writeHead(paper, content, fontHas);
  writeText(paper, content);
  doc.switchToPage(0);
  first.bottom = margins.bottom;
  writeProof(paper, content.proof, sheet.height - margins.bottom - proofHeight);
  paper.root.end();
  numberPages(paper, content);
  attachCredential(doc, content);
  doc.end();
  return bytes;
}

/** PDF/A-3a: it carries its fonts, its structure and the file attached to it. ISO 19005-3 */
function newDocument({ documentTitle, language, issuer, issuedAt }: CertificateContent): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: 'A4',
    margins,
    font: fontFiles.regular,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: documentTitle,
      Author: issuer,
      Creator: 'Acquis',
      Producer: 'Acquis',
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  // a page that text runs over to takes the margins of the one before
  doc.on('pageAdded', () => (doc.page.margins.bottom = margins.bottom));
  return doc;
}

function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (piece: Uint8Array) => pieces.push(piece));
    doc.on('error', reject);
    doc.on('end', () => resolve(Buffer.concat(pieces)));
  });
}

function writeText(
  paper: Paper,
  { glance, description, outcomes, elements, evidence, gaps }: CertificateContent,
): void {
  const { doc, root } = paper;
  const line = { weight: 'strong', size: 10, colour: colours.main } as const;
  write(paper, root, { role: 'P', text: { text: glance.join('  ·  ') }, style: line });
  doc.y += 2;
  write(paper, root, { role: 'P', text: description, style: styles.body });
  doc.y += 7;
  writeOutcomes(paper, outcomes);
  writeHeading(paper, root, elements.heading);
  writeRows(paper, root, elements.rows, { columns: 2 });
  doc.y += 2;
  writeHeading(paper, root, evidence.heading);
  for (const text of evidence.lines) write(paper, root, { role: 'P', text: { text }, style: styles.body });
  if (!paper.hasGaps()) return;
  doc.y += 5;
  write(paper, root, { role: 'P', text: { text: gaps }, style: styles.small });
}

function numberPages(paper: Paper, { page, documentTitle }: CertificateContent): void {
  const { doc } = paper;
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index);
    doc.page.margins.bottom = 0;
    const y = sheet.height - 38;
    ornament(
      paper,
      () => {
        pen(doc, styles.small);
        const title = paper.print(documentTitle).replace(/\s+/g, ' ');
        doc.text(title, margins.left, y, { width: textWidth - 90, height: 12, ellipsis: true });
        doc.text(page(index + 1, count), sheet.width - margins.right - 90, y, { width: 90, align: 'right' });
      },
      'Pagination',
    );
  }
}

/** PDF 2.0 and ISO 19005-3, annex E: the certificate was made from this file. */
function attachCredential(doc: PDFKit.PDFDocument, { credential, issuedAt }: CertificateContent): void {
  const options = {
    name: credential.file,
    type: credential.type,
    description: credential.description,
    relationship: 'Source',
    creationDate: issuedAt,
    modifiedDate: issuedAt,
  };
  doc.file(Buffer.from(credential.json), options);
}
