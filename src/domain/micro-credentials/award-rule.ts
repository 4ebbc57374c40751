/** What counts as passing: conditions that plain LTI can prove, combined with all / any. Evaluated in domain/evidence. */
import { z } from 'zod';

export const condition = z.discriminatedUnion('kind', [
  /** The learner's own launch of this link AND the roster's `rlid` now; never one of them alone. */
  z.object({ kind: z.literal('restricted-activity'), linkId: z.string().max(255) }),
  /** A result in the tool's own line item of this link, at or above the threshold in percent of its maximum. */
  z.object({
    kind: z.literal('own-line-item'),
    linkId: z.string().max(255),
    thresholdPercent: z.number().min(0).max(100),
  }),
  /** An examiner's confirmation on the roster page. */
  z.object({ kind: z.literal('examiner-confirmation') }),
]);
export type Condition = z.infer<typeof condition>;

export type AwardRule = Condition | { kind: 'all'; of: AwardRule[] } | { kind: 'any'; of: AwardRule[] };

export const awardRule: z.ZodType<AwardRule> = z.lazy(() =>
  z.union([
    condition,
    z.object({ kind: z.literal('all'), of: z.array(awardRule).min(1).max(20) }),
    z.object({ kind: z.literal('any'), of: z.array(awardRule).min(1).max(20) }),
  ]),
);
