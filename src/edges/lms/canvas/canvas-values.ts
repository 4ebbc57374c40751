/** Values as Canvas's REST API writes them. https://developerdocs.instructure.com/services/canvas/readme_basics/object_ids */
import { z } from 'zod';

/** A number of Canvas's, kept as text: it is asked for text, since those of other shards are too large for a number. */
export const canvasId = z.union([z.number().int().transform(String), z.string().regex(/^\d+$/)]);

/** ISO 8601, in the school's time zone; what is no time is none. */
export const canvasTime = z
  .string()
  .nullish()
  .transform((text) => {
    const at = text ? Date.parse(text) : NaN;
    return Number.isNaN(at) ? undefined : new Date(at);
  });
