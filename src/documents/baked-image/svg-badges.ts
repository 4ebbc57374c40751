/** Where an SVG carries a badge: elements of the Open Badges namespaces, whatever their prefix. */
import { badgeElements, type BakedVersion } from './baked-version.js';
import type { XmlTag } from './svg-tags.js';

export interface SvgBadge {
  version: BakedVersion;
  open: XmlTag;
  /** Closing tag; the opening one itself when the element is empty. */
  close: XmlTag;
}

/** In the order they stand; an element that is not closed is left out. */
export function svgBadges(tags: readonly XmlTag[]): SvgBadge[] {
  const prefixes = new Map<string, string>();
  const badges: SvgBadge[] = [];
  let met = 0;
  for (const [index, tag] of tags.entries()) {
    if (met > 4) break; // more than enough to tell that there are several, and the search for closing tags takes time
    for (const [name, value] of tag.attributes) if (/^xmlns(:|$)/.test(name)) prefixes.set(name, value);
    if (tag.kind === 'close') continue;
    const [local = '', prefix] = tag.name.split(':').reverse();
    const namespace = prefixes.get(prefix === undefined ? 'xmlns' : `xmlns:${prefix}`);
    for (const version of ['3.0', '2.0'] as const) {
      const wanted = badgeElements[version];
      if (namespace !== wanted.namespace || local !== wanted.element) continue;
      met += 1;
      const close =
        tag.kind === 'empty'
          ? tag
          : tags.slice(index + 1).find((one) => one.kind === 'close' && one.name === tag.name);
      if (close) badges.push({ version, open: tag, close });
    }
  }
  return badges;
}
