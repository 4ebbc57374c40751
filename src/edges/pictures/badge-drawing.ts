/**
 * A badge as SVG for people: its letters are outlines, so that it looks alike wherever it is opened, and it has its title for
 * those who do not see it. https://www.w3.org/TR/SVG2/struct.html#DescriptionAndTitleElements
 */
import { escapeXml } from '../../documents/baked-image/svg-tags.js';
import { badgeFonts } from './badge-fonts.js';
import { badgeSize } from './badge-shape.js';
import { badgeParts, type Lettering } from './badge-svg.js';

export function badgeDrawing(input: {
  title: string;
  issuer: string;
  seed: string;
  language: string;
}): string {
  const { title, issuer, language } = input;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${badgeSize}" height="${badgeSize}" viewBox="0 0 ${badgeSize} ${badgeSize}"`,
    ` role="img" aria-labelledby="title" xml:lang="${xmlText(language)}">`,
    `<title id="title">${xmlText(`${title} (${issuer})`)}</title>`,
    badgeParts(input, badgeFonts, outlines),
    '</svg>',
  ].join('');
}

const outlines: Lettering = ({ lines, size, baselines }, { weight, fill }) => {
  const font = badgeFonts[weight];
  const drawn = lines.map((line, index) => {
    const x = (badgeSize - font.width(line) * size) / 2;
    const y = baselines[index] ?? 0;
    return `<path transform="translate(${x.toFixed(2)} ${y.toFixed(2)})" d="${font.outline(line, size)}"/>`;
  });
  return drawn.length === 0 ? '' : `<g fill="${fill}">${drawn.join('')}</g>`;
};

/** Without what XML has no room for. https://www.w3.org/TR/xml/#charsets */
const xmlText = (text: string): string => escapeXml(text.replace(/[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu, ''));
