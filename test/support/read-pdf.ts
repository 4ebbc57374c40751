/** A PDF as other software reads it: pdf.js, in the build that needs no browser. Squares are read from the drawing itself. */
import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';

export interface Tag {
  role: string;
  alt?: string;
  lang?: string;
  children: Tag[];
}

export interface ReadPdf {
  /** Of each page, its lines joined by spaces. */
  pages: string[];
  title: unknown;
  language: unknown;
  tagged: boolean;
  showsTitle: boolean;
  attachments: { name: string; text: string; description: string }[];
  links: string[];
  /** Of each page. */
  tags: Tag[];
  /** Of the first page, points from its upper left corner. */
  squares: { x: number; y: number; side: number }[];
}

/** What of pdf.js is called here: the types that come with the build lack their own parts. */
interface PdfJs {
  numPages: number;
  getMetadata(): Promise<{ info: Record<string, unknown> }>;
  getViewerPreferences(): Promise<Record<string, unknown> | null>;
  getMarkInfo(): Promise<{ Marked?: boolean } | null>;
  getAttachments(): Promise<Record<
    string,
    { filename: string; content: Uint8Array; description: string }
  > | null>;
  getPage(number: number): Promise<{
    getTextContent(): Promise<{ items: { str?: string; hasEOL?: boolean }[] }>;
    getStructTree(): Promise<Tag>;
    getAnnotations(): Promise<{ url?: string }[]>;
  }>;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = (await getDocumentProxy(new Uint8Array(bytes))) as unknown as PdfJs;
  const read: ReadPdf = {
    ...(await aboutPdf(pdf)),
    pages: [],
    links: [],
    tags: [],
    squares: squaresOf(bytes),
  };
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map(({ str = '', hasEOL }) => str + (hasEOL ? ' ' : '')).join('');
    read.pages.push(text.replace(/\s+/g, ' '));
    read.tags.push(await page.getStructTree());
    read.links.push(...(await page.getAnnotations()).flatMap(({ url }) => (url ? [url] : [])));
  }
  return read;
}

async function aboutPdf(pdf: PdfJs) {
  const { info } = await pdf.getMetadata();
  const [preferences, marks] = [await pdf.getViewerPreferences(), await pdf.getMarkInfo()];
  return {
    title: info['Title'],
    language: info['Language'],
    tagged: marks?.Marked === true,
    showsTitle: preferences?.['DisplayDocTitle'] === true,
    attachments: Object.values((await pdf.getAttachments()) ?? {}).map(
      ({ filename, content, description }) => ({
        name: filename,
        text: Buffer.from(content).toString('utf8'),
        description,
      }),
    ),
  };
}

/** All tags below, in the order in which they are read. */
export function allTags(tag: Tag): Tag[] {
  return [tag, ...(tag.children ?? []).flatMap(allTags)].filter(({ role }) => role);
}

function squaresOf(bytes: Uint8Array): ReadPdf['squares'] {
  const drawing = streamsOf(Buffer.from(bytes)).find((stream) => stream.includes(' BDC')) ?? '';
  return [...drawing.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\b/g)]
    .map(([, x, y, width, height]) => ({
      x: Number(x),
      y: Number(y),
      side: Number(width),
      height: Number(height),
    }))
    .filter(({ side, height }) => side === height)
    .map(({ x, y, side }) => ({ x, y, side }));
}

/** What is packed in streams, unpacked, in the order of the file. */
function streamsOf(file: Buffer): string[] {
  const unpacked: string[] = [];
  for (let at = file.indexOf('\nstream\n'); at >= 0; at = file.indexOf('\nstream\n', at + 1)) {
    const body = file.subarray(at + 8, file.indexOf('\nendstream', at));
    // zlib's first byte
    if (body[0] === 0x78) unpacked.push(inflateSync(body).toString('latin1'));
  }
  return unpacked;
}
