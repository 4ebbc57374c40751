/** What a question to the verification comes to, before anybody has put it into a page or into JSON. */
import type { VerificationReport } from '../../../domain/verification/report.js';
import type { AskedFor } from './asked-for.js';

export type VerificationAnswer =
  /** address: where it was fetched from, as typed; undefined for files and texts. */
  | { report: VerificationReport; address?: string }
  /** Nothing to verify was given, or not one thing: codes by field. */
  | Extract<AskedFor, { faults: unknown }>
  /** Not now: too many verifications run, or this source asked too often. */
  | { later: 'busy' | 'often' };
