/** Type of quality assurance underpinning the micro-credential (Annex I, mandatory element). */
import { z } from 'zod';

export const qualityAssurance = z.object({
  kind: z.enum(['internal', 'external', 'internal-and-external']),
  /** The standard that is followed. */
  standard: z.enum(['ESG', 'EQAVET', 'EQF Annex IV', 'other']),
  /** Name of the standard when it is 'other'. */
  otherStandard: z.string().max(300).optional(),
  /** The body that assures the quality. */
  body: z.string().min(1).max(300),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** Accreditation number or DEQAR reference. */
  reference: z.string().max(300).optional(),
});
export type QualityAssurance = z.infer<typeof qualityAssurance>;
