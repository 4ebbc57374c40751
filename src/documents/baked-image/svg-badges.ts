/** Where an SVG carries a badge: elements of the Open Badges namespaces, whatever their prefix. */
import { badgeElements, type BakedVersion } from './baked-version.js';
import type { XmlElement } from './svg-elements.js';

export interface SvgBadge extends XmlElement {
  version: BakedVersion;
}

/** In the order they stand; one inside another counts too. */
export function svgBadges(elements: readonly XmlElement[]): SvgBadge[] {
  return elements.flatMap((element) => {
    const version = (['3.0', '2.0'] as const).find(
      (one) =>
        element.namespace === badgeElements[one].namespace && element.local === badgeElements[one].element,
    );
    return version ? [{ ...element, version }] : [];
  });
}
