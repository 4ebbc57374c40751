/** What somebody who checks a credential gets: named checks, each passed, failed or not checked, and why. Never an exception. */
import { readKinds } from '../../documents/read/reasons.js';
import type { Container } from '../../documents/read/reading.js';
import type { VerificationReason } from './reasons.js';

/** Those that are always told, in this order. */
export const checkNames = [
  'readable',
  'schema',
  'contexts',
  'signature',
  'key-belongs-to-issuer',
  'issuer-identified',
  'dates',
  'status',
  'recipient',
  'european-elements',
] as const;

/** More, last: where a credential is bound to a key of its holder; where another verifier was asked. */
export const everyCheckName = [...checkNames, 'holder-proof', 'second-opinion'] as const;

export type CheckName = (typeof everyCheckName)[number];

export const checkResults = ['passed', 'failed', 'not-checked'] as const;

export interface Check {
  name: CheckName;
  result: (typeof checkResults)[number];
  /** Stable reason code: the page has a sentence for each (locales verify.reason.<code>). */
  reason: VerificationReason;
  details?: Record<string, string | number>;
}

/**
 * In words at the top of the page. 'altered': readable, but the signature fails. 'invalid': no right credential, or not signed
 * by who it names. 'outdated': an old copy, signed with a key that is compromised, of what is valid. 'unconfirmed': what would tell could not be had. 'other-person': right, but not of the e-mail address asked for.
 */
export const verificationOutcomes = [
  'valid',
  'revoked',
  'suspended',
  'expired',
  'not-yet-valid',
  'outdated',
  'altered',
  'invalid',
  'unreadable',
  'unconfirmed',
  'other-person',
] as const;

export type VerificationOutcome = (typeof verificationOutcomes)[number];

/** What it was read as. */
export const verifiedKinds = [...readKinds, 'unknown'] as const;

export interface VerificationReport {
  outcome: VerificationOutcome;
  kind: (typeof verifiedKinds)[number];
  /** What it was taken out of. The pages of a PDF are not signed: only what is attached to it was checked. */
  container?: Container;
  /** Of a PDF to which nothing is attached any more: the award that its pages link to, which was verified in its place. */
  linkedAddress?: string;
  checks: Check[];
  /** Facts of the credential for the reader: never personal data beyond what the document shows in clear. */
  credential?: CredentialFacts;
  /** Those inside of it that were verified, each by itself; they decide nothing. Absent where there is none. */
  endorsements?: EndorsementReport[];
  /** Those that a record (CLR) holds, each verified by itself: the outcome is that of the worst. Absent for what is no record. */
  inside?: InsideReport[];
  checkedAt: Date;
}

export interface InsideReport {
  outcome: VerificationOutcome;
  checks: Check[];
  credential?: CredentialFacts;
}

export interface EndorsementReport {
  outcome: VerificationOutcome;
  /** False: it speaks of something else than what it stands in. */
  aboutThis: boolean;
  checks: Check[];
  credential?: CredentialFacts;
}

export interface CredentialFacts {
  id?: string;
  title?: string;
  issuerName?: string;
  issuerId?: string;
  validFrom?: string;
  validUntil?: string;
  /** Of an endorsement: the identifier of what it is about, and what it says of it. */
  endorses?: string;
  comment?: string;
}
