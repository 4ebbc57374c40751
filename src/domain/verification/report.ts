/** What somebody who checks a credential gets: named checks, each passed, failed or not checked, and why. Never an exception. */

export type CheckName =
  | 'readable'
  | 'schema'
  | 'contexts'
  | 'signature'
  | 'key-belongs-to-issuer'
  | 'issuer-identified'
  | 'dates'
  | 'status'
  | 'recipient'
  | 'european-elements';

export interface Check {
  name: CheckName;
  result: 'passed' | 'failed' | 'not-checked';
  /** Stable reason code: the page has a sentence for each (locales verify.reason.<code>). */
  reason: string;
  details?: Record<string, string | number>;
}

/** In words at the top of the page. 'altered' = readable but the signature fails; 'wrong' = not a credential at all. */
export type VerificationOutcome =
  'valid' | 'revoked' | 'expired' | 'not-yet-valid' | 'altered' | 'invalid' | 'unreadable' | 'unconfirmed';

export interface VerificationReport {
  outcome: VerificationOutcome;
  kind: 'open-badge-3' | 'open-badge-3-jwt' | 'open-badge-2' | 'open-badge-2-jws' | 'unknown';
  checks: Check[];
  /** Facts of the credential for the reader: never personal data beyond what the document shows in clear. */
  credential?: {
    id?: string;
    title?: string;
    issuerName?: string;
    issuerId?: string;
    validFrom?: string;
    validUntil?: string;
  };
  checkedAt: Date;
}

export type { FetchDocument } from '../../shared/fetch-document.js';
