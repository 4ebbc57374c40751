/**
 * What an institution signed and cannot sign again after a theft of keys: what is noted of each such thing, and when it is tried again.
 * docs/decisions/0027-compromised-keys.md
 */
import { Problem } from '../../shared/problem.js';

/** While it cannot be signed again. */
export interface NotSignedAgain {
  /** Why: the code of a Problem. */
  code: string;
  /** When that was tried last. */
  at: Date;
}

/** Milliseconds until it is tried again. */
export const triedAgainAfter = 3_600_000;

/** What was tried after this time is left for later. */
export const triedUntil = (now: Date): Date => new Date(now.getTime() - triedAgainAfter);

/** @throws the error itself where the database is away: then nothing else can be signed */
export function whyNotSigned(error: unknown): string {
  if (!(error instanceof Problem)) return 'unexpected';
  if (error.code === 'storage-unavailable') throw error;
  return error.code;
}

/** True where the key in use cannot be used: that is no fault of what was to be signed, and is not noted of it. */
export const liesInKey = (code: string): boolean => code === 'key-missing' || code === 'key-unreadable';
