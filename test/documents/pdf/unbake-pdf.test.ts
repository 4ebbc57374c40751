/** What is attached to a PDF, read as other software reads it; and what is made to take long, given up. ISO 32000-1, 7.5 and 7.11.4 */
import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import { getDocumentProxy } from 'unpdf';
import { makeCertificate } from '../../../src/documents/certificate/make-certificate.js';
import { unbakePdf } from '../../../src/documents/pdf/unbake-pdf.js';
import { aCertificate } from '../../support/builders/a-certificate.js';
import { seededRandom } from '../seeded-random.js';
import { attaching, packed, pdfWithStreams, pdfWithTable, plain, type PdfPart } from './pdf.builder.js';
import { computedSince } from '../../support/computed-since.js';

const isBadge = (text: string): boolean => text.startsWith('{"badge"');
const unbake = (pdf: Uint8Array) => unbakePdf(pdf, isBadge);
const badge = '{"badge":"é"}';

const several: Record<string, Uint8Array> = {
  'one file, with a table': pdfWithTable(attaching(badge)),
  'one file, with streams': pdfWithStreams(attaching(badge)),
  'a row of predictor 0': pdfWithStreams(attaching(badge), 0),
  'a row of predictor 1': pdfWithStreams(attaching(badge), 1),
  'a row of predictor 3': pdfWithStreams(attaching(badge), 3),
  'a row of predictor 4': pdfWithStreams(attaching(badge), 4),
  'a file that is not packed': pdfWithTable([...attaching('x').slice(0, 4), plain(20, badge)]),
  'other files beside it': pdfWithStreams(attaching('<xml/>', badge, Uint8Array.of(1, 255, 254))),
  'the file replaced later': pdfWithTable([packed(20, badge)], pdfWithTable(attaching('{"badge":"old"}'))),
  'a page added later': pdfWithTable(
    [{ number: 60, body: '<< /Note (later) >>' }],
    pdfWithTable(attaching(badge)),
  ),
  'a table added to streams': pdfWithTable([packed(20, badge)], pdfWithStreams(attaching('{"badge":"old"}'))),
  'a tree of names': pdfWithTable([
    ...attaching(badge).filter(({ number }) => number !== 3),
    { number: 3, body: '<< /Kids [4 0 R 5 0 R] >>' },
    { number: 4, body: '<< /Limits [(a) (a)] /Names [] >>' },
    { number: 5, body: '<< /Limits [(b) (b)] /Names [(b) 100 0 R] >>' },
  ]),
  'a length that stands elsewhere': pdfWithTable([
    ...attaching(badge).slice(0, 4),
    { number: 7, body: String(Buffer.byteLength(badge)) },
    { number: 20, body: `<< /Type /EmbeddedFile /Length 7 0 R >>\nstream\n${latin1(badge)}\nendstream` },
  ]),
  'names written with escapes and comments': pdfWithTable(
    attaching(badge).map((part) => ({
      ...part,
      body: part.body.replace('/EmbeddedFiles', '/Embedded#46iles % << /Names >> \n').replace('/EF', '/#45F'),
    })),
  ),
};

function latin1(text: string): string {
  return Buffer.from(text).toString('latin1');
}

describe('unbakePdf', function () {
  this.timeout(20_000);

  for (const [what, pdf] of Object.entries(several)) {
    it(`given ${what}, finds the badge, as pdf.js does`, async () => {
      expect(unbake(pdf)).to.deep.equal({ found: 'badge', badge });
      const viewer = (await getDocumentProxy(new Uint8Array(pdf))) as unknown as {
        getAttachments(): Promise<Record<string, { content: Uint8Array }>>;
      };
      const texts = Object.values(await viewer.getAttachments()).map(({ content }) =>
        Buffer.from(content).toString(),
      );
      expect(texts.filter(isBadge)).to.deep.equal([badge]);
    });
  }

  it('given our certificate, finds the credential byte for byte, whatever stands before the header', async () => {
    const { credential } = aCertificate();
    const certificate = await makeCertificate(aCertificate({ credential: { ...credential, json: badge } }));
    expect(unbake(certificate)).to.deep.equal({ found: 'badge', badge });
    expect(unbake(Buffer.concat([Buffer.from('\n\n'), certificate]))).to.deep.equal({
      found: 'badge',
      badge,
    });
  });

  it('given a file that is associated with the document alone, finds it', () => {
    const parts = attaching(badge).filter(({ number }) => number > 2);
    const catalogue = { number: 1, body: '<< /Type /Catalog /AF [100 0 R] >>' };
    expect(unbake(pdfWithTable([catalogue, ...parts]))).to.deep.equal({ found: 'badge', badge });
  });

  it('given the same badge attached twice, finds one; given two, says so', () => {
    expect(unbake(pdfWithTable(attaching(badge, badge)))).to.deep.equal({ found: 'badge', badge });
    expect(unbake(pdfWithTable(attaching(badge, '{"badge":2}')))).to.deep.equal({ found: 'several' });
  });

  const without: Record<string, Uint8Array> = {
    'no attachment': pdfWithTable([{ number: 1, body: '<< /Type /Catalog >>' }]),
    'other attachments alone': pdfWithTable(attaching('<xml/>', '{}')),
    'one that was taken out later': pdfWithTable(
      [{ number: 1, body: '<< /Type /Catalog >>' }],
      pdfWithTable(attaching(badge)),
    ),
    'a badge in a stream that nothing names': pdfWithTable([
      { number: 1, body: '<< /Type /Catalog >>' },
      packed(20, badge),
    ]),
    'a name tree that leads to itself': pdfWithTable([
      ...attaching().filter(({ number }) => number !== 3),
      { number: 3, body: '<< /Kids [3 0 R 3 0 R] >>' },
    ]),
  };
  for (const [what, pdf] of Object.entries(without)) {
    it(`given ${what}, finds nothing`, () => {
      expect(unbake(pdf)).to.deep.equal({ found: 'nothing' });
    });
  }

  const attached = pdfWithTable(attaching(badge));
  const withPart = (part: PdfPart): Uint8Array => pdfWithTable([part], attached);
  const broken: Record<string, Uint8Array> = {
    'a file cut off': attached.subarray(0, 300),
    'no table': Buffer.from('%PDF-1.7\n'),
    'a table beyond the end': Buffer.from('%PDF-1.7\nstartxref\n999999\n%%EOF'),
    'a filter that we do not know': withPart({
      number: 20,
      body: '<< /Filter /ASCIIHexDecode >>',
      stream: Buffer.from('7b7d>'),
    }),
    'packed bytes that are not': withPart({
      number: 20,
      body: '<< /Filter /FlateDecode >>',
      stream: Buffer.from('not packed'),
    }),
    'a length that is wrong': Buffer.from(
      attached.toString('latin1').replace(/\/Length \d+/, '/Length 3'),
      'latin1',
    ),
    'references in a ring': withPart({ number: 3, body: '3 0 R' }),
  };
  for (const [what, pdf] of Object.entries(broken)) {
    it(`given ${what}, says it is broken`, () => {
      expect(unbake(pdf)).to.deep.equal({ found: 'broken' });
    });
  }

  it('given a file under a password, says so', () => {
    const pdf = pdfWithTable(attaching(badge), undefined, '/Encrypt << /Filter /Standard >>');
    expect(unbake(pdf)).to.deep.equal({ found: 'encrypted' });
  });

  const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024));
  const costly: Record<string, Uint8Array> = {
    'an attachment that unpacks to 64 MB': withPart({
      number: 20,
      body: '<< /Filter /FlateDecode >>',
      stream: bomb,
    }),
    'a table stream that unpacks to 64 MB': pdfWithBombAsTable(bomb),
    'too many entries in the table': Buffer.from(
      `%PDF-1.7\nxref\n0 50000\n${'0000000000 00000 n \n'.repeat(50_000)}trailer\n<<>>\nstartxref\n9\n%%EOF`,
    ),
    'too many values in an object': withPart({
      number: 3,
      body: `<< /Names [${'1 '.repeat(50_000)}] >>`,
    }),
    'ten thousand brackets': withPart({ number: 3, body: '['.repeat(10_000) + ']'.repeat(10_000) }),
    'a thousand nodes that share three thousand names': pdfWithTable([
      ...attaching().filter(({ number }) => number !== 3),
      { number: 3, body: `<< /Kids [${'<< /Names 4 0 R >> '.repeat(1_000)}] >>` },
      { number: 4, body: `[${'100 0 R '.repeat(3_000)}]` },
    ]),
    'forty attachments': pdfWithTable(attaching(...Array.from({ length: 40 }, (_, at) => `file ${at}`))),
    'an endless chain of tables': endlessTables(),
  };
  for (const [what, pdf] of Object.entries(costly)) {
    it(`given ${what}, gives it up after half a second of computing`, () => {
      const begun = process.cpuUsage();
      expect(unbake(pdf)).to.deep.equal({ found: 'too-complex' });
      expect(computedSince(begun)).to.be.below(500);
    });
  }

  function pdfWithBombAsTable(stream: Uint8Array): Uint8Array {
    const head = `<< /Type /XRef /W [1 3 1] /Size 9 /Filter /FlateDecode /Length ${stream.length} >>`;
    return Buffer.concat([
      Buffer.from(`%PDF-1.7\n1 0 obj\n${head}\nstream\n`),
      stream,
      Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF'),
    ]);
  }

  function endlessTables(): Uint8Array {
    let pdf = pdfWithTable(attaching(badge));
    for (let time = 0; time < 150; time += 1) pdf = pdfWithTable([{ number: 70, body: 'null' }], pdf);
    return pdf;
  }

  it('given a thousand damaged copies, always answers, and never with another badge', () => {
    const random = seededRandom('damaged PDFs');
    const originals = [several['one file, with a table'], several['one file, with streams']];
    for (let round = 0; round < 1000; round += 1) {
      const copy = Buffer.from(originals[round % 2] ?? []);
      for (let change = 0; change <= round % 4; change += 1)
        copy[random.below(copy.length)] = random.below(256);
      const answer = unbake(copy);
      if (answer.found === 'badge') expect(answer.badge.startsWith('{"badge"')).to.equal(true);
    }
  });
});
