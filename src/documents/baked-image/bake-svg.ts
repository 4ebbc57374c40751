/**
 * Bakes a badge into an SVG: a JWS or an address as `verify` attribute, JSON as CDATA.
 * https://www.imsglobal.org/spec/ob/v3p0/#svg
 */
import { Problem } from '../../shared/problem.js';
import { isJsonObject, stringOf } from '../json/json-value.js';
import { readJson } from '../json/read-json.js';
import { badgeElements, type BakedVersion } from './baked-version.js';
import { svgBadges } from './svg-badges.js';
import { svgElements } from './svg-elements.js';
import { escapeXml } from './svg-tags.js';

/** @throws Problem document-invalid when it is no SVG; a badge of the same version that is in it already is replaced */
export function bakeSvg(svg: string, version: BakedVersion, badge: string): string {
  const plain = withoutBadges(svg, version);
  const root = svgElements(plain)?.[0]?.open;
  if (!root) throw new Problem('document-invalid', { detail: 'not an SVG' });
  const { namespace, element } = badgeElements[version];
  const isJson = badge.trimStart().startsWith('{');
  const verify = isJson ? (version === '2.0' ? idOf(badge) : undefined) : badge;
  const attribute = verify === undefined ? '' : ` verify="${escapeXml(verify)}"`;
  const name = `openbadges:${element}`;
  const declared = `<${name} xmlns:openbadges="${namespace}"${attribute}`;
  const baked = isJson
    ? `${declared}><![CDATA[${withoutOddSigns(badge).replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`
    : `${declared}/>`;
  if (root.kind === 'empty') {
    return `${plain.slice(0, root.end).replace(/\s*\/>$/, '>')}${baked}</${root.name}>${plain.slice(root.end)}`;
  }
  return plain.slice(0, root.end) + baked + plain.slice(root.end);
}

/** XML has no room for two signs that may stand in JSON: they are written as JSON can write them. https://www.w3.org/TR/xml/#charsets */
const withoutOddSigns = (json: string): string =>
  json.replace(/[\uFFFE\uFFFF]/g, (sign) => (sign === '\uFFFE' ? '\\ufffe' : '\\uffff'));

/** 2.0 wants the `verify` attribute beside JSON as well: the assertion's address. */
function idOf(badge: string): string | undefined {
  const reading = readJson(badge);
  return reading.ok && isJsonObject(reading.value) ? stringOf(reading.value['id']) : undefined;
}

function withoutBadges(svg: string, version: BakedVersion): string {
  let plain = '';
  let from = 0;
  for (const badge of svgBadges(svgElements(svg) ?? [])) {
    // one inside another goes with it
    if (badge.version !== version || badge.open.start < from) continue;
    plain += svg.slice(from, badge.open.start);
    from = badge.close.end;
  }
  return plain + svg.slice(from);
}
