import type { CheckName, VerificationReport } from '../../../src/domain/verification/report.js';

/** 'result: reason' of one check. */
export function told(report: VerificationReport, name: CheckName): string {
  const check = report.checks.find((one) => one.name === name);
  return `${check?.result}: ${check?.reason}`;
}

/** 'result: reason' of every check. */
export const allTold = ({ checks }: VerificationReport): Record<string, string> =>
  Object.fromEntries(checks.map(({ name, result, reason }) => [name, `${result}: ${reason}`]));
