/** Pictures of badges, drawn once and kept in memory. */
import type { Pictures } from '../../domain/awards/pictures.js';
import { madeOnce } from '../../shared/made-once.js';

const mostKept = 40;

export function keptPictures(pictures: Pictures): Pictures {
  const keyOf = ({ title, issuer, seed }: Parameters<Pictures['badge']>[0]): string =>
    JSON.stringify([title, issuer, seed]);
  return {
    badge: madeOnce((input) => pictures.badge(input), keyOf, mostKept),
    drawing: madeOnce(
      (input) => pictures.drawing(input),
      (input) => keyOf(input) + input.language,
      mostKept,
    ),
  };
}
