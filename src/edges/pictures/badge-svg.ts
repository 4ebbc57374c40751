/** Composes a badge as SVG: pattern above, emblem, title, issuer below. Rendering it: draw-badge.ts; for people: badge-drawing.ts. */
import { badgeShapes, badgeSize, halfWidths, shapePath, type BadgeShape } from './badge-shape.js';
import { emblem } from './badge-emblem.js';
import { patternTiles } from './badge-pattern.js';
import { drawableText } from './drawable-text.js';
import { fitLines, type Area, type FittedLines } from './fit-lines.js';
import { fontFamily, type FontMetrics, type Weight } from './fonts.js';
import { palettes } from './palettes.js';
import { seededChoices } from './seeded-choices.js';

export type Fonts = Readonly<Record<Weight, FontMetrics>>;

/** Heights of the parts in pixels. */
const patternEnd = 176;
const titleTop = 224;
const titleBottom = 356;
const issuerTop = 364;
const issuerBottom = 416;
/** Pixels between the words and the edge of the badge. */
const wordsInset = 34;

export interface Style {
  weight: Weight;
  fill: string;
}

/** How lines of words are drawn. */
export type Lettering = (words: FittedLines, style: Style) => string;

interface Shown {
  title: string;
  issuer: string;
  seed: string;
}

/** Whoever renders it needs the fonts. */
export const badgeSvg = (input: Shown, fonts: Fonts): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${badgeSize}" height="${badgeSize}">${badgeParts(input, fonts, textLines)}</svg>`;

/** What stands inside of the svg element. */
export function badgeParts(input: Shown, fonts: Fonts, lettering: Lettering): string {
  const choices = seededChoices(input.seed);
  const palette = choices.oneOf(palettes);
  const shape = choices.oneOf(badgeShapes);
  const title = fitLines(drawableText(input.title, fonts[600]), areaOf(shape, titleTop, titleBottom), {
    font: fonts[600],
    sizes: [56, 50, 46, 42, 38, 35, 32, 29, 26, 24, 22, 20],
    leading: 1.14,
    maxLines: 5,
  });
  const issuer = fitLines(drawableText(input.issuer, fonts[400]), areaOf(shape, issuerTop, issuerBottom), {
    font: fonts[400],
    sizes: [22, 20, 18],
    leading: 1.16,
    maxLines: 2,
  });
  const isUntitled = title.lines.length === 0;
  const seal = isUntitled ? { y: 270, radius: 74 } : { y: patternEnd, radius: 38 };
  return [
    `<clipPath id="inside"><path d="${shapePath(shape, 15)}"/></clipPath>`,
    `<path fill="${palette.ground}" d="${shapePath(shape, 0)}"/>`,
    `<g clip-path="url(#inside)">${patternTiles(choices, palette, patternEnd)}`,
    `<path fill="${palette.ground}" d="M0 ${patternEnd}H480V480H0Z"/>`,
    `<path fill="${palette.accent}" d="M0 ${patternEnd}H480V${patternEnd + 3}H0Z"/></g>`,
    `<path fill="none" stroke="${palette.accent}" stroke-width="3" d="${shapePath(shape, 13)}"/>`,
    emblem(choices, palette, seal),
    lettering(title, { weight: 600, fill: '#ffffff' }),
    lettering(issuer, { weight: 400, fill: palette.soft }),
  ].join('');
}

function areaOf(shape: BadgeShape, top: number, bottom: number): Area {
  const half = halfWidths(shape, wordsInset);
  return { top, bottom, width: (from, to) => 2 * Math.min(half(from), half(to)) };
}

function textLines({ lines, size, baselines }: FittedLines, style: Style): string {
  const attributes = `font-family="${fontFamily}" font-weight="${style.weight}" font-size="${size}" fill="${style.fill}"`;
  const drawn = lines.map(
    (line, index) => `<text x="240" y="${(baselines[index] ?? 0).toFixed(1)}">${escapeXml(line)}</text>`,
  );
  return drawn.length === 0 ? '' : `<g text-anchor="middle" ${attributes}>${drawn.join('')}</g>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
