/** The art of badges: PNG and SVG of 480 x 480. Keeping what was drawn is the caller's business. */
import type { Pictures } from '../../domain/awards/pictures.js';

export function createPictures(): Pictures {
  return {
    async badge(input) {
      // Loaded with the first badge: Acquis starts sooner.
      const { drawBadge } = await import('./draw-badge.js');
      return drawBadge(input);
    },
    async drawing(input) {
      const { badgeDrawing } = await import('./badge-drawing.js');
      return badgeDrawing(input);
    },
  };
}
