/** One check of a credential: named, passed, failed or not checked, and why. The same shape as the domain's report. */
import type { ReadReason } from './reasons.js';

export type CheckName =
  | 'readable'
  | 'schema'
  | 'contexts'
  | 'signature'
  | 'key-belongs-to-issuer'
  | 'dates'
  | 'status'
  | 'recipient';

export interface Check {
  name: CheckName;
  result: 'passed' | 'failed' | 'not-checked';
  reason: ReadReason;
  details?: Record<string, string | number>;
}

type Details = Check['details'];
export const passed = (name: CheckName, reason: ReadReason, details?: Details): Check => ({
  name,
  result: 'passed',
  reason,
  ...(details && { details }),
});
export const failed = (name: CheckName, reason: ReadReason, details?: Details): Check => ({
  name,
  result: 'failed',
  reason,
  ...(details && { details }),
});
export const notChecked = (name: CheckName, reason: ReadReason, details?: Details): Check => ({
  name,
  result: 'not-checked',
  reason,
  ...(details && { details }),
});
