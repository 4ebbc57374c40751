/**
 * A result of a verification that somebody shows to others for a while, at an address that cannot be guessed. The credential is
 * not in it, nor anything of the person it was asked about. docs/decisions/0018-results-of-verification-shared.md
 */
import type { VerificationReport } from '../report.js';

/** Without endorsements: they may speak of a person. Of a record there is none: its outcome is told by what is in it. */
export interface ShareableResult extends Omit<
  VerificationReport,
  'endorsements' | 'inside' | 'linkedAddress'
> {
  /** The address that was verified: whoever reads the result can ask again. Absent for files and texts. */
  address?: string;
}

export interface SharedResult extends ShareableResult {
  /** 128 random bits: part of its address. */
  id: string;
  sharedAt: Date;
  expiresAt: Date;
  /** What is kept of the secret by which it is deleted (hashSecret). */
  deletionHash: string;
}

/** Port: the results that are shown. */
export interface SharedResultStore {
  /** @throws Problem duplicate */
  add(result: SharedResult): Promise<void>;
  /** Undefined when there is none, or its time is over at that moment. */
  byId(id: string, at: Date): Promise<SharedResult | undefined>;
  /** True when there was one with that secret. */
  remove(id: string, deletionHash: string): Promise<boolean>;
  /** Removes those whose time is over. */
  removeEnded(at: Date): Promise<void>;
  /** How many there are, counted up to a limit. */
  count(limit: number): Promise<number>;
}
