/** Pictures of badges, drawn once and kept in memory: the ones asked for longest ago go first. */
import type { Pictures } from '../../domain/awards/pictures.js';

const mostKept = 40;

export function keptPictures(pictures: Pictures): Pictures {
  const kept = new Map<string, Promise<Uint8Array>>();
  return {
    badge(input) {
      const key = JSON.stringify([input.title, input.issuer, input.seed]);
      const drawn = kept.get(key) ?? pictures.badge(input);
      kept.delete(key);
      kept.set(key, drawn);
      drawn.catch(() => kept.delete(key));
      const oldest = kept.keys().next().value;
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return drawn;
    },
  };
}
