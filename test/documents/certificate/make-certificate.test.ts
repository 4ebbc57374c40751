import { expect } from 'chai';
import jsQR from 'jsqr';
import type { CertificateContent } from '../../../src/documents/certificate/certificate-content.js';
import { makeCertificate } from '../../../src/documents/certificate/make-certificate.js';
import { aCertificate } from '../../support/builders/a-certificate.js';
import { allTags, readPdf, type ReadPdf } from '../../support/read-pdf.js';

const made = async (overrides: Partial<CertificateContent> = {}): Promise<ReadPdf> =>
  readPdf(await makeCertificate(aCertificate(overrides)));

/** What a telephone sees: the squares on white, with the quiet zone that paper gives. */
function decoded({ squares }: ReadPdf): string | undefined {
  const side = squares[0]?.side ?? 1;
  const left = Math.min(...squares.map(({ x }) => x));
  const top = Math.min(...squares.map(({ y }) => y));
  const modules = Math.round((Math.max(...squares.map(({ x }) => x)) - left) / side) + 1;
  const [pixels, quiet] = [4, 4];
  const width = (modules + 2 * quiet) * pixels;
  const picture = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const { x, y } of squares) {
    const column = (Math.round((x - left) / side) + quiet) * pixels;
    const row = (Math.round((y - top) / side) + quiet) * pixels;
    for (let at = 0; at < pixels * pixels; at++) {
      const pixel = (row + Math.floor(at / pixels)) * width + column + (at % pixels);
      picture.fill(0, pixel * 4, pixel * 4 + 3);
    }
  }
  return jsQR.default(picture, width, width)?.data;
}

describe('a certificate', function () {
  this.timeout(60_000);

  it('when it is made, then it says everything that it was given, on one page', async () => {
    const { pages } = await made({ warning: 'Expired. It was valid once.' });
    expect(pages).to.have.length(1);
    for (const text of [
      'Expired. It was valid once.',
      'Université de Test',
      'Micro-credential',
      'Data literacy',
      'Awarded to',
      'Ada Learner',
      'The name as the learning platform knows it.',
      'Date of issuing',
      '20 November 2026',
      '3 ECTS credits · EQF level 6',
      'Reading and presenting data.',
      'Outcomes',
      'Judges a data set',
      'LO2',
      'Proved by the project',
      'Critère : 60 %',
      'Elements',
      'Level',
      'Rests on',
      'An examiner confirmed it.',
      'How to check',
      'The page tells.',
      'https://acquis.example/awards/9Jx2vQm4T8bWcYkLpR3nZA',
      'Page 1 of 1',
    ])
      expect(pages[0]).to.contain(text);
  });

  it('when it is made twice, then the bytes are the same', async () => {
    const [one, other] = [await makeCertificate(aCertificate()), await makeCertificate(aCertificate())];
    expect(Buffer.compare(one, other)).to.equal(0);
  });

  it('when software asks, then it has a title to show, a language and tags', async () => {
    const pdf = await made({ language: 'fr' });
    expect(pdf.title).to.equal('Data literacy – micro-credential of Université de Test');
    expect(pdf).to.include({ language: 'fr', tagged: true, showsTitle: true });
  });

  it('when it is read aloud, then headings, lists and pictures come in order, each with its words', async () => {
    const { tags } = await made();
    const found = tags.flatMap(allTags);
    const headings = found.map(({ role }) => role).filter((role) => /^H\d$/.test(role));
    expect(headings).to.deep.equal(['H1', 'H2', 'H2', 'H2', 'H2']);
    expect(found.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).to.deep.equal([
      'Badge',
      'QR code of https://acquis.example/awards/9Jx2vQm4T8bWcYkLpR3nZA',
    ]);
    const items = found.filter(({ role }) => role === 'LI');
    expect(items.map(({ children }) => children.map(({ role }) => role))).to.deep.equal([
      ['Lbl', 'LBody'],
      ['Lbl', 'LBody'],
      ['Lbl', 'LBody'],
    ]);
    expect(found.filter(({ lang }) => lang === 'fr').map(({ role }) => role)).to.deep.equal(['P']);
  });

  it('when it is searched for its proof, then the signed credential is attached byte for byte', async () => {
    const { attachments } = await made();
    expect(attachments).to.deep.equal([
      { name: 'open-badge-3.json', text: '{"id":"é"}', description: 'The signed credential' },
    ]);
    const raw = Buffer.from(await makeCertificate(aCertificate())).toString('latin1');
    expect(raw)
      .to.match(/\/AFRelationship \/Source/)
      .and.to.match(/\/AF \[\d+ 0 R\]/);
    expect(raw).to.contain('/Subtype /application#2Fvc+ld+json');
    expect(raw).to.contain('<pdfaid:part>3</pdfaid:part>');
  });

  it('when its code is read, then it leads to the page of the award, as its link does', async () => {
    const pdf = await made();
    expect(decoded(pdf)).to.equal('https://acquis.example/awards/9Jx2vQm4T8bWcYkLpR3nZA');
    expect(pdf.links).to.deep.equal(['https://acquis.example/awards/9Jx2vQm4T8bWcYkLpR3nZA']);
  });

  it('when the name is private, then the note stands alone', async () => {
    const holder = { ...aCertificate().holder, name: undefined, note: 'The name is private.' };
    const text = (await made({ holder })).pages.join('');
    expect(text).to.contain('The name is private.').and.not.to.contain('Awarded to');
  });

  for (const name of ['Ğülşen Łukasz Žižková', 'Ελένη Παπαδοπούλου', 'Ольга Ђорђевић', 'Nguyễn Thị Ánh'])
    it(`when the name is ${name}, then it is printed letter for letter`, async () => {
      const { pages } = await made({ holder: { ...aCertificate().holder, name } });
      expect(pages[0]).to.contain(name);
    });

  for (const name of ['李小龍', 'محمد علي', 'Ada 李', 'გიორგი'])
    it(`when the font lacks letters of ${name}, then words say so, and nothing of it is printed`, async () => {
      const { pages } = await made({ holder: { ...aCertificate().holder, name } });
      expect(pages[0]).to.contain('The name cannot be shown.').and.not.to.contain('Ada');
    });

  it('when another text has letters that the font lacks, then words stand in its place', async () => {
    const { pages } = await made({
      description: { text: 'قراءة البيانات' },
      title: { text: 'Data 🎓 literacy' },
    });
    expect(pages[0]).to.contain('(cannot be shown)').and.to.contain('Data literacy');
  });

  it('when the font lacks a few letters of a text, then the rest is printed, and one note says what the boxes mean', async () => {
    const { pages } = await made({
      description: { text: 'Reads é, œ, 数据 well.' },
      title: { text: 'Data 李' },
    });
    expect(pages[0]).to.contain('Reads é, œ, □□ well.').and.to.contain('Data □');
    expect(pages[0]?.split('A box stands for a letter.')).to.have.length(2);
    expect(pages[0]).to.not.contain('(cannot be shown)');
  });

  it('when the font has every letter, then no note speaks of boxes', async () => {
    expect((await made()).pages.join('')).to.not.contain('A box stands for a letter.');
  });

  it('when texts are very long, then they run over numbered pages to their last word', async () => {
    const long = (last: string): string => `${'Words about words. '.repeat(400)}${last}`;
    const { outcomes } = aCertificate();
    const { pages } = await made({
      description: { text: long('ENDOFDESCRIPTION') },
      title: { text: 'A title of many words '.repeat(12) },
      elements: {
        heading: 'Elements',
        rows: [
          { label: 'Short', lines: [[{ text: 'one' }]] },
          { label: 'Long', lines: [[{ text: long('ENDOFELEMENT') }]] },
          { label: 'Unbroken', lines: [[{ text: 'x'.repeat(3000) }]] },
        ],
      },
      outcomes: { ...outcomes, groups: Array.from({ length: 60 }, () => outcomes.groups).flat() },
    });
    expect(pages.length).to.be.within(4, 9);
    const text = pages.join(' ');
    expect(text).to.contain('ENDOFDESCRIPTION').and.to.contain('ENDOFELEMENT');
    expect(text.match(/Judges a data set/g)).to.have.length(60);
    expect(text.match(/x{20,}/g)?.join('')).to.have.length(3000);
    pages.forEach((page, index) => expect(page).to.contain(`Page ${index + 1} of ${pages.length}`));
    expect(pages[0]).to.contain('How to check');
  });
});
