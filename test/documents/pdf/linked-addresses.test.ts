/** Where the pages of a PDF lead, as other software sees it; and files that lead nowhere, whatever was done to them. */
import { expect } from 'chai';
import { makeCertificate } from '../../../src/documents/certificate/make-certificate.js';
import { linkedAddresses } from '../../../src/documents/pdf/linked-addresses.js';
import { aCertificate } from '../../support/builders/a-certificate.js';
import { readPdf } from '../../support/read-pdf.js';
import { attaching, linking, linkTo, type PdfPart, pdfWithStreams, pdfWithTable } from './pdf.builder.js';
import { computedSince } from '../../support/computed-since.js';

const one = 'https://acquis.example/awards/9Jx2vQm4T8bWcYkLpR3nZA';
const other = 'https://other.example/';
const written = (address: string): string => linkTo('x').replace('(x)', address);

describe('linkedAddresses', () => {
  it('given our certificate, when it is read, then it leads where another reader says', async () => {
    const pdf = await makeCertificate(aCertificate());
    const { links } = await readPdf(pdf);
    expect(linkedAddresses(pdf))
      .to.deep.equal([...new Set(links)])
      .and.to.include(one);
  });

  it('given pages with links, when it is written with tables or streams, then each is there once, in their order', () => {
    for (const write of [pdfWithTable, pdfWithStreams]) {
      const pdf = write(linking([linkTo(one), linkTo(other)], [], [linkTo(one)]));
      expect(linkedAddresses(pdf)).to.deep.equal([one, other]);
    }
  });

  it('given a link whose characters are escaped, when it is read, then it is the same address', () => {
    const octal = one.replace(
      /[^A-Za-z0-9]/g,
      (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`,
    );
    for (const text of [octal, one.replaceAll('/', '\\/')])
      expect(linkedAddresses(pdfWithTable(linking([written(`(${text})`)])))).to.deep.equal([one]);
  });

  it('given a link written as hexadecimal digits, when it is read, then it is the same address', () => {
    const digits = Buffer.from(one).toString('hex').toUpperCase();
    expect(linkedAddresses(pdfWithTable(linking([written(`<${digits}>`)])))).to.deep.equal([one]);
  });

  const nowhere: Record<string, string> = {
    'another kind of note': `<< /Subtype /Text /A << /S /URI /URI (${one}) >> >>`,
    'a script': `<< /Subtype /Link /A << /S /JavaScript /JS (${one}) /URI (${one}) >> >>`,
    'a place in the file': '<< /Subtype /Link /Dest [4 0 R /Fit] >>',
    'no action': '<< /Subtype /Link >>',
    'a number for an address': written('7'),
    // viewers take it for the end of a line, which browsers leave out
    'a line end in its address': written(`(${one.replace('acquis.example', 'acquis.ex\\nample')})`),
    'a tab in its address': written(`(${one.replace('acquis', 'acquis\\t')})`),
    'a line end in octal digits': written(`(${one.replace('acquis', 'acquis\\012')})`),
    'a link that is hidden': linkTo(one).replace('/A <<', '/F 2 /A <<'),
    'a link that is printed and not shown': linkTo(one).replace('/A <<', '/F 36 /A <<'),
    'no dictionary': '7',
    'a reference to nothing': '999 0 R',
  };
  for (const [what, annotation] of Object.entries(nowhere)) {
    it(`given ${what}, when it is read, then it leads nowhere`, () => {
      expect(linkedAddresses(pdfWithTable(linking([annotation])))).to.deep.equal([]);
    });
  }

  it('given pages in a ring, or more of them than we look at, when it is read, then it ends', () => {
    const ring = [
      { number: 1, body: '<< /Type /Catalog /Pages 2 0 R >>' },
      { number: 2, body: `<< /Type /Pages /Kids [2 0 R 3 0 R] >>` },
      { number: 3, body: `<< /Type /Pages /Kids [2 0 R 4 0 R 4 0 R] >>` },
      { number: 4, body: `<< /Type /Page /Annots [${linkTo(one)}] >>` },
    ];
    expect(linkedAddresses(pdfWithTable(ring))).to.deep.equal([one]);
    const many = Array.from({ length: 3_000 }, () => [linkTo(one)]);
    const begun = process.cpuUsage();
    expect(linkedAddresses(pdfWithTable(linking(...many)))).to.deep.equal([]);
    expect(computedSince(begun)).to.be.below(500);
  });

  const root = { number: 1, body: '<< /Type /Catalog /Pages 2 0 R >>' };
  const repeated: Record<string, PdfPart[]> = {
    'a thousand pages that share three thousand links': [
      { number: 2, body: `<< /Kids [${'<< /Annots 5 0 R >> '.repeat(1_000)}] >>` },
      { number: 5, body: `[${'6 0 R '.repeat(3_000)}]` },
      { number: 6, body: linkTo(one) },
    ],
    'a thousand nodes that share three thousand pages': [
      { number: 2, body: `<< /Kids [${'<< /Kids 5 0 R >> '.repeat(1_000)}] >>` },
      { number: 5, body: `[${'6 0 R '.repeat(3_000)}]` },
      { number: 6, body: `<< /Annots [${linkTo(one)}] >>` },
    ],
    'a thousand links that share an address of four megabytes': [
      { number: 2, body: '<< /Kids [<< /Annots 5 0 R >>] >>' },
      { number: 5, body: `[${'6 0 R '.repeat(1_000)}]` },
      { number: 6, body: written('7 0 R') },
      { number: 7, body: `(${'\\057'.repeat(1_000_000)})` },
    ],
  };
  for (const [what, parts] of Object.entries(repeated)) {
    it(`given ${what}, when it is read, then it is given up in half a second of computing`, () => {
      const pdf = pdfWithTable([root, ...parts]);
      const begun = process.cpuUsage();
      expect(linkedAddresses(pdf)).to.deep.equal([]);
      expect(computedSince(begun)).to.be.below(500);
    });
  }

  it('given a file that cannot be read, when it is read, then it leads nowhere', () => {
    const pdf = pdfWithTable(linking([linkTo(one)]));
    expect(linkedAddresses(pdf.subarray(0, pdf.length - 40))).to.deep.equal([]);
    expect(linkedAddresses(pdfWithTable(linking([linkTo(one)]), undefined, '/Encrypt 9 0 R'))).to.deep.equal(
      [],
    );
    expect(linkedAddresses(pdfWithTable(attaching('x')))).to.deep.equal([]);
  });
});
