/** Type of quality assurance underpinning the micro-credential (Annex I, mandatory element). */
import { z } from 'zod';

export const qualityKinds = ['internal', 'external', 'internal-and-external'] as const;
export const qualityStandards = ['ESG', 'EQAVET', 'EQF Annex IV', 'other'] as const;

export const qualityAssurance = z.object({
  kind: z.enum(qualityKinds),
  /** The standard that is followed. */
  standard: z.enum(qualityStandards),
  /** Name of the standard when it is 'other'. */
  otherStandard: z.string().max(300).optional(),
  /** The body that assures the quality. */
  body: z.string().min(1).max(300),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** Accreditation number or DEQAR reference. */
  reference: z.string().max(300).optional(),
});
export type QualityAssurance = z.infer<typeof qualityAssurance>;
