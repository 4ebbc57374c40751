/**
 * Results as LMSs write them: people without a score are listed too, Canvas tells no time. A missing maximum stays missing, so
 * that the line item's counts: the standard's 1 would make a full score of any.
 * https://www.imsglobal.org/spec/lti-ags/v2p0#result-service
 */
import { z } from 'zod';
import type { LineItemResult } from '../../domain/courses/lms-course.js';
import { personId } from './person-id.js';

export const resultsType = 'application/vnd.ims.lis.v2.resultcontainer+json';

const amount = z
  .union([z.number(), z.string().trim().min(1).transform(Number)])
  .pipe(z.number())
  .optional()
  .catch(undefined);
const result = z.object({
  userId: personId,
  resultScore: amount,
  resultMaximum: amount,
  comment: z.string().optional().catch(undefined),
  timestamp: z.string().optional().catch(undefined),
});

/** Undefined when it is no list; an entry without a person is left out. */
export function resultsPage(json: unknown): LineItemResult[] | undefined {
  if (!Array.isArray(json)) return undefined;
  return json.flatMap((entry) => {
    const read = result.safeParse(entry);
    return read.success ? [resultOf(read.data)] : [];
  });
}

function resultOf(told: z.infer<typeof result>): LineItemResult {
  const { userId: subject, resultScore: score, resultMaximum: maximum, comment, timestamp } = told;
  return { subject, score, maximum, comment, at: momentOf(timestamp) };
}

function momentOf(timestamp: string | undefined): Date | undefined {
  const at = new Date(timestamp ?? '');
  return Number.isNaN(at.getTime()) ? undefined : at;
}
