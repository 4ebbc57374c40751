/**
 * The one error type. A Problem is something that stops what was asked for; an expected outcome (a rule not met, a badge
 * that does not verify) is a value, never a Problem. Only src/web/errors knows HTTP statuses and the words shown.
 */
export type ProblemCode =
  // the request itself
  | 'request-invalid'
  | 'request-too-large'
  | 'form-expired'
  | 'not-found'
  | 'too-many-attempts'
  // administrators
  | 'set-up-link-invalid'
  | 'sign-in-failed'
  | 'sign-in-required'
  // sessions and rights in a course
  | 'visit-ended'
  | 'visit-elsewhere'
  | 'not-permitted'
  // LTI launches (each refused launch has one of these)
  | 'launch-platform-unknown'
  | 'launch-platform-suspended'
  | 'launch-deployment-unknown'
  | 'launch-login-invalid'
  | 'launch-state-unknown'
  | 'launch-state-used'
  | 'launch-browser-mismatch'
  | 'launch-cookies-blocked'
  | 'launch-token-malformed'
  | 'launch-token-signature'
  | 'launch-token-expired'
  | 'launch-token-not-yet-valid'
  | 'launch-token-audience'
  | 'launch-token-claims'
  | 'launch-nonce-mismatch'
  | 'launch-version'
  | 'launch-message-type'
  | 'launch-target'
  | 'launch-anonymous'
  | 'launch-refused-by-platform'
  | 'launch-no-course'
  // the LMS as a service
  | 'lms-unreachable' // no answer
  | 'lms-error' // it answered with an error of its own (5xx)
  | 'lms-busy' // it asks to wait: too many requests (429); facts.waitMs where it says for how long
  | 'lms-refused'
  | 'lms-answer-unreadable'
  | 'lms-service-missing'
  // its web services
  | 'lms-token-missing'
  | 'lms-token-refused'
  | 'lms-function-missing'
  | 'lms-capability-missing'
  | 'lms-services-off'
  // micro-credentials and awards
  | 'micro-credential-incomplete'
  | 'micro-credential-changed-elsewhere'
  | 'micro-credential-not-published'
  | 'rule-not-met'
  | 'award-already-claimed'
  | 'award-move-not-allowed'
  | 'correction-changes-nothing'
  | 'award-revoked'
  | 'status-list-full'
  // results of a verification that are shared
  | 'shared-result-gone'
  | 'result-not-sealed'
  | 'sharing-too-often'
  | 'sharing-full'
  // endorsements by invitation
  | 'invitation-gone'
  | 'invitations-full'
  | 'endorsement-moved'
  | 'endorsement-withdrawn'
  | 'confirmations-spent'
  | 'endorsing-too-often'
  // the seal of an institution
  | 'seal-unreachable'
  | 'seal-refused'
  | 'seal-answer-unreadable'
  | 'seal-unusable'
  // events of an LMS
  | 'event-invalid'
  | 'event-refused'
  // keys, storage, documents
  | 'key-missing'
  | 'key-unreadable'
  | 'document-invalid'
  | 'storage-unavailable'
  | 'duplicate'
  | 'settings-invalid'
  // outbound requests
  | 'address-refused'
  | 'fetch-failed'
  | 'unexpected';

export interface ProblemOptions {
  /** What happened in words for the log and for developers: no personal data, no secrets. */
  detail?: string;
  /** Facts for the page that explains it, for example {missing: [...]} or {lms: 'moodle'}: no secrets. */
  facts?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(options.detail ? `${code}: ${options.detail}` : code, { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.detail = options.detail ?? '';
    this.facts = options.facts ?? {};
  }
}
