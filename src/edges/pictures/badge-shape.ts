/** Outlines of badges: regular polygons with round corners, and how wide they are at a height. Lengths in pixels of 480. */

export const badgeSize = 480;
const centre = badgeSize / 2;
const cornerRadius = 18;

export interface BadgeShape {
  sides: number;
  /** Pixels from the centre to the corners before they are rounded, so that every shape fills the picture alike. */
  radius: number;
}

/** So many sides are a circle to the eye. */
const circle: BadgeShape = { sides: 90, radius: 236 };
const hexagon: BadgeShape = { sides: 6, radius: 243 };
const octagon: BadgeShape = { sides: 8, radius: 248 };
export const badgeShapes: readonly [BadgeShape, ...BadgeShape[]] = [circle, hexagon, octagon];

type Point = readonly [x: number, y: number];

/** Corners of the shape made smaller by `inset` pixels: with a flat side on top. */
function corners({ sides, radius }: BadgeShape, inset: number): Point[] {
  const start = -Math.PI / 2 - Math.PI / sides;
  const inner = radius - inset / Math.cos(Math.PI / sides);
  return Array.from({ length: sides }, (_, side) => {
    const angle = start + (side * 2 * Math.PI) / sides;
    return [centre + inner * Math.cos(angle), centre + inner * Math.sin(angle)];
  });
}

/** SVG path of the shape made smaller by `inset` pixels, its corners rounded. */
export function shapePath(shape: BadgeShape, inset: number): string {
  const points = corners(shape, inset);
  const near = ([x, y]: Point, [towardsX, towardsY]: Point): string => {
    const length = Math.hypot(towardsX - x, towardsY - y);
    const share = Math.min(cornerRadius / length, 0.5);
    return `${(x + (towardsX - x) * share).toFixed(2)} ${(y + (towardsY - y) * share).toFixed(2)}`;
  };
  const parts = points.map((point, index) => {
    const before = points.at(index - 1) ?? point;
    const after = points[(index + 1) % points.length] ?? point;
    const corner = `${point[0].toFixed(2)} ${point[1].toFixed(2)}`;
    return `${index === 0 ? 'M' : 'L'}${near(point, before)}Q${corner} ${near(point, after)}`;
  });
  return `${parts.join('')}Z`;
}

/** Tells half of the width, in pixels, of the shape made smaller by `inset`, at a height; 0 outside of it. */
export function halfWidths(shape: BadgeShape, inset: number): (y: number) => number {
  const points = corners(shape, inset);
  return (y) => {
    const crossings = points.map((from, index) => {
      const to = points[(index + 1) % points.length] ?? from;
      const isCrossed = from[1] <= y !== to[1] <= y;
      return isCrossed ? from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]) - centre : 0;
    });
    return Math.max(0, ...crossings);
  };
}
