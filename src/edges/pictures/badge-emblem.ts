/** The emblem on a badge: a disc with a figure that stands for learning. SVG. It says nothing of the award's state. */
import type { Palette } from './palettes.js';
import type { SeededChoices } from './seeded-choices.js';

/** Figures in a square of 48 x 48 around the origin, in the colour of `fill`. */
const figures: readonly [string, ...string[]] = [
  star(5, 22, 9.4),
  star(8, 22, 12.5),
  // a mortarboard
  '<path d="M0 -17L25 -6L0 5L-25 -6Z"/><path d="M-14 2.5L0 8.6L14 2.5V11C14 15 7 18 0 18S-14 15 -14 11Z"/><path d="M20.5 -5H23V11H20.5Z"/><circle cx="21.75" cy="12" r="2.8"/>',
  // an open book
  '<path d="M-2 -11C-7 -15.5 -15 -16 -23 -14.5V11.500C-15 10 -7 11 -2 15Z"/><path d="M2 -11C7 -15.5 15 -16 23 -14.5V11.500C15 10 7 11 2 15Z"/>',
  // a compass needle in its ring
  '<path fill-rule="evenodd" d="M0 -22A22 22 0 1 1 0 22A22 22 0 1 1 0 -22ZM0 -18A18 18 0 1 0 0 18A18 18 0 1 0 0 -18Z"/><path fill-rule="evenodd" d="M11 -11L4.6 4.6L-11 11L-4.6 -4.6ZM0 -2.6A2.6 2.6 0 1 0 0 2.6A2.6 2.6 0 1 0 0 -2.6Z"/>',
];

export function emblem(
  choices: SeededChoices,
  palette: Palette,
  centre: { y: number; radius: number },
): string {
  const { y, radius } = centre;
  const scale = (radius / 40).toFixed(3);
  return (
    `<circle cx="240" cy="${y}" r="${radius + 5}" fill="${palette.ground}"/>` +
    `<circle cx="240" cy="${y}" r="${radius}" fill="none" stroke="${palette.accent}" stroke-width="2.5"/>` +
    `<g transform="translate(240 ${y}) scale(${scale})" fill="${palette.accent}">${choices.oneOf(figures)}</g>`
  );
}

function star(points: number, outer: number, inner: number): string {
  const corners = Array.from({ length: points * 2 }, (_, index) => {
    const radius = index % 2 === 0 ? outer : inner;
    const angle = (index * Math.PI) / points - Math.PI / 2;
    return `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;
  });
  return `<path d="M${corners.join('L')}Z"/>`;
}
