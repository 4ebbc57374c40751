/** Writes small PDFs with files attached, in the ways in which PDFs are written: with tables, with streams, and added to later. */
import { deflateSync } from 'node:zlib';

export interface PdfPart {
  number: number;
  /** The dictionary; `Length` is added to that of a stream. */
  body: string;
  stream?: Uint8Array;
}

/** A catalogue with files attached by the list of embedded files; objects from 1 on, the files' streams from 20 on. */
export function attaching(...files: (string | Uint8Array)[]): PdfPart[] {
  const names = files.map((_, place) => `(file ${place}\\)) ${100 + place} 0 R`).join(' ');
  return [
    { number: 1, body: '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> >>' },
    { number: 2, body: '<< /Type /Pages /Kids [] /Count 0 >>' },
    { number: 3, body: `<< /Names [${names}] >>` },
    ...files.flatMap((file, place): PdfPart[] => [
      {
        number: 100 + place,
        body: `<< /Type /Filespec /F (file${place}) /EF << /F ${20 + place} 0 R /UF ${20 + place} 0 R >> >>`,
      },
      packed(20 + place, file),
    ]),
  ];
}

/** Pages with these annotations, and nothing attached: as programs that merge files leave it. Objects from 1 on. */
export function linking(...pages: string[][]): PdfPart[] {
  const kids = pages.map((_, place) => `${200 + place} 0 R`).join(' ');
  return [
    { number: 1, body: '<< /Type /Catalog /Pages 2 0 R >>' },
    { number: 2, body: `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>` },
    ...pages.map((annotations, place) => ({
      number: 200 + place,
      body: `<< /Type /Page /Parent 2 0 R /Annots [${annotations.join(' ')}] >>`,
    })),
  ];
}

/** An annotation of a page: a link to an address. */
export const linkTo = (address: string): string =>
  `<< /Type /Annot /Subtype /Link /A << /S /URI /URI (${address}) >> >>`;

export const packed = (number: number, file: string | Uint8Array): PdfPart => ({
  number,
  body: '<< /Type /EmbeddedFile /Filter /FlateDecode >>',
  stream: deflateSync(file),
});

export const plain = (number: number, file: string): PdfPart => ({
  number,
  body: '<< /Type /EmbeddedFile >>',
  stream: Buffer.from(file),
});

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

function written({ number, body, stream }: PdfPart): Buffer {
  if (!stream) return bytesOf(`${number} 0 obj\n${body}\nendobj\n`);
  const head = body.replace(/>>$/, `/Length ${stream.length} >>`);
  return Buffer.concat([
    bytesOf(`${number} 0 obj\n${head}\nstream\r\n`),
    stream,
    bytesOf('\nendstream\nendobj\n'),
  ]);
}

/** With a cross-reference table. @param before a file that this one adds to @param trailer more entries of it */
export function pdfWithTable(parts: readonly PdfPart[], before?: Buffer, trailer = ''): Buffer {
  const chunks = [before ?? bytesOf('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  let at = chunks[0]?.length ?? 0;
  let table = before ? 'xref\n' : 'xref\n0 1\n0000000000 65535 f \n';
  for (const part of parts) {
    table += `${part.number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
    const chunk = written(part);
    chunks.push(chunk);
    at += chunk.length;
  }
  const prev = before ? `/Prev ${/startxref\s+(\d+)\s+%%EOF\s*$/.exec(before.toString('latin1'))?.[1]}` : '';
  const end = `trailer\n<< /Root 1 0 R /Size 100 ${prev} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...chunks, bytesOf(table + end)]);
}

/** With everything but streams in an object stream, and a cross-reference stream under a PNG predictor. */
export function pdfWithStreams(parts: readonly PdfPart[], filter: 0 | 1 | 2 | 3 | 4 = 2): Buffer {
  const inside = parts.filter(({ stream }) => !stream);
  const texts = inside.map(({ body }) => `${body} `);
  let offset = 0;
  const heads = inside.map(({ number }, place) => {
    const head = `${number} ${offset} `;
    offset += texts[place]?.length ?? 0;
    return head;
  });
  const first = heads.join('').length;
  const container: PdfPart = {
    number: 50,
    body: `<< /Type /ObjStm /N ${inside.length} /First ${first} /Filter /FlateDecode >>`,
    stream: deflateSync(bytesOf(heads.join('') + texts.join(''))),
  };
  const chunks = [bytesOf('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  let at = chunks[0]?.length ?? 0;
  const rows = new Map<number, [kind: number, place: number, rest: number]>([[0, [0, 0, 255]]]);
  for (const part of [...parts.filter(({ stream }) => stream), container]) {
    rows.set(part.number, [1, at, 0]);
    const chunk = written(part);
    chunks.push(chunk);
    at += chunk.length;
  }
  inside.forEach(({ number }, place) => rows.set(number, [2, container.number, place]));
  rows.set(51, [1, at, 0]);
  const numbers = [...rows.keys()].sort((one, other) => one - other);
  const table = Buffer.concat(
    numbers.map((number) => {
      const [kind, place, rest] = rows.get(number) ?? [0, 0, 0];
      return Buffer.from([kind, place >> 16, (place >> 8) & 255, place & 255, rest]);
    }),
  );
  const body =
    `<< /Type /XRef /Root 1 0 R /Size 100 /W [1 3 1] /Index [${numbers.map((one) => `${one} 1`).join(' ')}] ` +
    `/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 5 >> >>`;
  chunks.push(written({ number: 51, body, stream: deflateSync(filtered(table, 5, filter)) }));
  return Buffer.concat([...chunks, bytesOf(`startxref\n${at}\n%%EOF\n`)]);
}

/** https://www.w3.org/TR/png-3/#9Filters */
function filtered(table: Buffer, width: number, filter: number): Buffer {
  const at = (row: number, column: number): number =>
    row < 0 || column < 0 ? 0 : (table[row * width + column] ?? 0);
  const paeth = (a: number, b: number, c: number): number => {
    const guess = a + b - c;
    const best = [a, b, c].map((one) => Math.abs(guess - one));
    return [a, b, c][best.indexOf(Math.min(...best))] ?? 0;
  };
  const rows = Array.from({ length: table.length / width }, (_, row) => {
    const out = Buffer.alloc(width + 1);
    out[0] = filter;
    for (let column = 0; column < width; column += 1) {
      const [left, above, corner] = [at(row, column - 1), at(row - 1, column), at(row - 1, column - 1)];
      const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
      out[column + 1] = at(row, column) - (guesses[filter] ?? 0);
    }
    return out;
  });
  return Buffer.concat(rows);
}
