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

/** An element that is not closed yet, with what it declares. */
interface Scope {
  element: XmlElement;
  declared: ReadonlyMap<string, string>;
}

/** Drawings nest a dozen deep; every prefix is looked up through all that is open. */
const deepest = 256;

/** All in the order they begin, the svg element first; undefined when the text is no well-formed SVG. */
export function svgElements(svg: string): XmlElement[] | undefined {
  const tags = xmlTags(svg);
  if (!tags) return undefined;
  const elements: XmlElement[] = [];
  const around: Scope[] = [];
  for (const tag of tags) {
    const parent = around.at(-1);
    if (tag.kind === 'close') {
      if (parent?.element.open.name !== tag.name) return undefined;
      parent.element.close = tag;
      around.pop();
      continue;
    }
    if ((!parent && elements.length > 0) || around.length === deepest) return undefined;
    const [local = '', prefix] = tag.name.split(':').reverse();
    const namespace = namespaceOf(prefix === undefined ? 'xmlns' : `xmlns:${prefix}`, tag, around);
    const element = { local, namespace, open: tag, close: tag };
    elements.push(element);
    if (tag.kind === 'open') around.push({ element, declared: tag.attributes });
  }
  return around.length === 0 && elements[0]?.local === 'svg' ? elements : undefined;
}

function namespaceOf(declaration: string, tag: XmlTag, around: readonly Scope[]): string | undefined {
  const own = tag.attributes.get(declaration);
  if (own !== undefined) return own;
  return around.findLast(({ declared }) => declared.has(declaration))?.declared.get(declaration);
}
