/** Values as Moodle's web services write them. */
import { z } from 'zod';

/** A number of Moodle's, kept as text: some functions write it as text themselves. */
export const moodleId = z.union([z.number().int().transform(String), z.string().regex(/^\d+$/)]);

/** Seconds since 1970; 0 and null are no time. */
export const moodleTime = z
  .number()
  .nullish()
  .transform((seconds) => (seconds ? new Date(seconds * 1000) : undefined));
