/** Makes checks. */
import type { VerificationReason } from './reasons.js';
import type { Check, CheckName } from './report.js';

type Details = Check['details'];
type Make = (name: CheckName, reason: VerificationReason, details?: Details) => Check;

const making =
  (result: Check['result']): Make =>
  (name, reason, details) => ({ name, result, reason, ...(details && { details }) });

export const passed = making('passed');
export const failed = making('failed');
export const notChecked = making('not-checked');
