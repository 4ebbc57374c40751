/** The form below a result by which its reader shares it. */
import type { Request } from 'express';
import { shareableResult } from '../../../../domain/verification/shared-results/shareable-result.js';
import { sharedDays } from '../../../../domain/verification/shared-results/share-result.js';
import type { VerificationReport } from '../../../../domain/verification/report.js';
import { say } from '../../../middleware/page-locals.js';
import { sealResult } from './sealed-result.js';

export interface ShareForm {
  sealed: string;
  days: { name: string; label: string; options: { value: number; text: string; checked: boolean }[] };
  /** What is shared, in one sentence. */
  what: string;
}

/** Undefined when there is nothing to share. @param address where it was fetched from, as typed */
export function shareForm(
  req: Request,
  sessionKey: Uint8Array,
  { report, address }: { report: VerificationReport; address?: string },
): ShareForm | undefined {
  const result = shareableResult(report, address);
  if (!result) return undefined;
  const options = sharedDays.map((value) => ({
    value,
    text: say(req, 'verify:share.days', { count: value }),
    checked: value === 7,
  }));
  return {
    sealed: sealResult(sessionKey, result),
    days: { name: 'days', label: say(req, 'verify:share.howLong'), options },
    what: say(req, `verify:share.${result.address === undefined ? 'what' : 'whatWithAddress'}`),
  };
}
