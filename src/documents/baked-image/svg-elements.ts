/** The elements of an SVG: tags that pair up, each with the namespace that its prefix has where it stands. https://www.w3.org/TR/xml-names/ */
import { type XmlTag, xmlTags } from './svg-tags.js';

export interface XmlElement {
  /** Name without prefix. */
  local: string;
  /** Undefined: no namespace, or a prefix that nobody declared. */
  namespace: string | undefined;
  open: XmlTag;
  /** Closing tag; the opening one itself when the element is empty. */
  close: XmlTag;
}

/** Drawings nest a dozen deep. */
const deepest = 256;

/** All in the order they begin, the svg element first; undefined when the text is no well-formed SVG. */
export function svgElements(svg: string): XmlElement[] | undefined {
  const tags = xmlTags(svg);
  if (!tags) return undefined;
  const elements: XmlElement[] = [];
  const around: XmlElement[] = [];
  const declared = new Map<string, string[]>();
  for (const tag of tags) {
    const parent = around.at(-1);
    if (tag.kind === 'close') {
      if (parent?.open.name !== tag.name) return undefined;
      parent.close = tag;
      around.pop();
      for (const name of parent.open.attributes.keys()) declared.get(name)?.pop();
      continue;
    }
    if ((!parent && elements.length > 0) || around.length === deepest) return undefined;
    const [local = '', prefix] = tag.name.split(':').reverse();
    const declaration = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`;
    const namespace = tag.attributes.get(declaration) ?? declared.get(declaration)?.at(-1);
    const element = { local, namespace, open: tag, close: tag };
    elements.push(element);
    if (tag.kind === 'open') {
      around.push(element);
      declare(declared, tag);
    }
  }
  return around.length === 0 && elements[0]?.local === 'svg' ? elements : undefined;
}

/** @param declared what each prefix stands for, the innermost last */
function declare(declared: Map<string, string[]>, { attributes }: XmlTag): void {
  for (const [name, value] of attributes) {
    if (!name.startsWith('xmlns')) continue;
    const values = declared.get(name);
    if (values) values.push(value);
    else declared.set(name, [value]);
  }
}
