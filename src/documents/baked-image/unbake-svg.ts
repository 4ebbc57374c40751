/** Takes the badge out of an SVG; 3.0 comes before 2.0 when both are there. https://www.imsglobal.org/spec/ob/v3p0/#svg */
import type { Unbaked } from './baked-version.js';
import { svgBadges, type SvgBadge } from './svg-badges.js';
import { svgElements } from './svg-elements.js';
import { unescapeXml } from './svg-tags.js';

/** 'broken': not well formed, or an element with neither text nor `verify`. */
export function unbakeSvg(svg: string): Unbaked {
  const elements = svgElements(svg);
  if (!elements) return { found: 'broken' };
  const badges = svgBadges(elements);
  for (const version of ['3.0', '2.0'] as const) {
    const baked = badges.filter((badge) => badge.version === version);
    if (baked.length > 1) return { found: 'several' };
    const [one] = baked;
    if (!one) continue;
    const badge = contentOf(svg, one) || one.open.attributes.get('verify')?.trim();
    return badge ? { found: 'badge', version, badge } : { found: 'broken' };
  }
  return { found: 'nothing' };
}

function contentOf(svg: string, { open, close }: SvgBadge): string {
  if (close === open) return '';
  const inner = svg.slice(open.end, close.start);
  const [cdata, end] = ['<![CDATA[', ']]>'];
  let text = '';
  for (let at = 0; ;) {
    const begins = inner.indexOf(cdata, at);
    const ends = begins === -1 ? -1 : inner.indexOf(end, begins);
    if (ends === -1) return (text + unescapeXml(inner.slice(at))).trim();
    text += unescapeXml(inner.slice(at, begins)) + inner.slice(begins + cdata.length, ends);
    at = ends + end.length;
  }
}
