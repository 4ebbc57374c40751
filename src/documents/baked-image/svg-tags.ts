/**
 * Just enough of XML to find the root and our element in an SVG: tags with their attributes, comments and CDATA skipped.
 * Not a parser: no entities of a DTD are ever expanded. https://www.w3.org/TR/xml/
 */
export interface XmlTag {
  /** With its prefix. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  kind: 'open' | 'close' | 'empty';
  /** Offset of '<'. */
  start: number;
  /** Offset after '>'. */
  end: number;
}

const attribute = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagName = /<(\/?)([A-Za-z_][\w.:-]*)/y;
const tagEnd = /\s*(\/?)>/y;

/** A drawing of a badge has some hundreds. */
const mostTags = 50_000;

/** Tags in order; undefined when what is between '<' and '>' is not well formed, there is an internal DTD, or no end of tags. */
export function xmlTags(xml: string): XmlTag[] | undefined {
  const tags: XmlTag[] = [];
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const skipped = skip(xml, at);
    if (skipped === -1) return undefined;
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const tag = readTag(xml, at);
    if (!tag || tags.length === mostTags) return undefined;
    tags.push(tag);
    at = tag.end;
  }
  return tags;
}

/** Offset after a comment, CDATA section, instruction or plain doctype; `at` itself at a tag; -1 when it does not end. */
function skip(xml: string, at: number): number {
  const until = (end: string): number => {
    const found = xml.indexOf(end, at);
    return found === -1 ? -1 : found + end.length;
  };
  if (xml.startsWith('<!--', at)) return until('-->');
  if (xml.startsWith('<![CDATA[', at)) return until(']]>');
  if (xml.startsWith('<?', at)) return until('?>');
  if (!xml.startsWith('<!', at)) return at;
  const end = until('>');
  return end !== -1 && xml.slice(at, end).includes('[') ? -1 : end;
}

function readTag(xml: string, start: number): XmlTag | undefined {
  tagName.lastIndex = start;
  const opening = tagName.exec(xml);
  if (!opening) return undefined;
  const attributes = new Map<string, string>();
  let at = tagName.lastIndex;
  for (;;) {
    attribute.lastIndex = at;
    const found = attribute.exec(xml);
    if (!found) break;
    if (attributes.has(found[1] ?? '')) return undefined;
    attributes.set(found[1] ?? '', unescapeXml(found[2] ?? found[3] ?? ''));
    at = attribute.lastIndex;
  }
  tagEnd.lastIndex = at;
  const closing = tagEnd.exec(xml);
  if (!closing) return undefined;
  const kind = opening[1] === '/' ? 'close' : closing[1] === '/' ? 'empty' : 'open';
  return { name: opening[2] ?? '', attributes, kind, start, end: tagEnd.lastIndex };
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Character and predefined entity references resolved. */
export function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g, (all, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name)] ?? String(all);
    const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : String(all);
  });
}

export function escapeXml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign] ?? ''};`,
  );
}
