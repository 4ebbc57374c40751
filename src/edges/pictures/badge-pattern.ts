/** The pattern in the upper part of a badge: tiles that mirror each other left and right. SVG, flat colours. */
import { badgeSize } from './badge-shape.js';
import type { Palette } from './palettes.js';
import type { SeededChoices } from './seeded-choices.js';

const tile = 44;
const middle = badgeSize / 2;
const columnsAside = Math.ceil(badgeSize / 2 / tile);

/** Draws one tile of 40 x 40 at the origin in two colours. */
type Motif = (front: string, back: string) => string;

const quarter: Motif = (front) => `<path fill="${front}" d="M0 0H40A40 40 0 0 1 0 40Z"/>`;
const arcs: Motif = (front, back) =>
  `<path fill="${front}" d="M0 0H40A40 40 0 0 1 0 40Z"/><path fill="${back}" d="M0 0H27A27 27 0 0 1 0 27Z"/>` +
  `<path fill="${front}" d="M0 0H13A13 13 0 0 1 0 13Z"/>`;
const leaf: Motif = (front) => `<path fill="${front}" d="M0 0A40 40 0 0 1 40 40A40 40 0 0 1 0 0Z"/>`;
const triangle: Motif = (front) => `<path fill="${front}" d="M0 0H40L0 40Z"/>`;
const wedge: Motif = (front) => `<path fill="${front}" d="M0 0H40L20 20Z"/>`;
const dot: Motif = (front) => `<circle fill="${front}" cx="20" cy="20" r="12"/>`;
const plain: Motif = () => '';

const families: readonly [readonly [Motif, ...Motif[]], ...(readonly [Motif, ...Motif[]])[]] = [
  [quarter, quarter, arcs, plain],
  [leaf, leaf, quarter, dot],
  [triangle, triangle, wedge, plain],
  [arcs, leaf, dot, plain],
];

/** Tiles from the top of the badge down to height `bottom` (pixels). */
export function patternTiles(choices: SeededChoices, palette: Palette, bottom: number): string {
  const family = choices.oneOf(families);
  const [dark, medium, light] = palette.tints;
  const tiles: string[] = [];
  for (let row = 0; row * tile < bottom; row++) {
    for (let column = 0; column < columnsAside; column++) {
      const motif = choices.oneOf(family);
      const turn = choices.oneOf([0, 90, 180, 270]);
      const back = choices.oneOf([dark, dark, medium]);
      const front = choices.oneOf([light, light, back === dark ? medium : dark, palette.accent]);
      const drawn = `<path fill="${back}" d="M0 0H40V40H0Z"/><g transform="rotate(${turn} 20 20)">${motif(front, back)}</g>`;
      const [aside, y, scale] = [column * tile, row * tile, tile / 40];
      tiles.push(`<g transform="translate(${middle + aside} ${y}) scale(${scale})">${drawn}</g>`);
      tiles.push(`<g transform="translate(${middle - aside} ${y}) scale(-${scale} ${scale})">${drawn}</g>`);
    }
  }
  return tiles.join('');
}
