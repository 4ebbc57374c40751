/**
 * Port: what a login remembers until its launch comes back. Each record is used once, whoever asks and however many ask at
 * the same time. https://www.imsglobal.org/spec/security/v1p0/#authentication-response-validation
 */

export interface LaunchState {
  /** 128 random bits or more: what the LMS posts back as `state`. Unique. */
  state: string;
  /** login: made by /lti/login, used by /lti/launch. hand-off: made by a launch, used by the window it opens. */
  purpose: 'login' | 'hand-off';
  /** 128 random bits: must come back inside the token. */
  nonce: string;
  platformId: string;
  issuer: string;
  clientId: string;
  /** SHA-256 (hex) of the secret in the browser's cookie; absent where the proof lies in the LMS's storage. */
  browserHash?: string;
  /** SHA-256 (hex) of the secret kept in the LMS's browser storage (lti.put_data). */
  proofHash?: string;
  /** Name of the LMS's storage frame, as the login told (lti_storage_target). */
  storageTarget?: string;
  /** The record is gone after this; a used one is remembered until then, so that a repetition can be told apart. */
  expiresAt: Date;
}

export type TakenState =
  { outcome: 'taken'; record: LaunchState } | { outcome: 'used' } | { outcome: 'unknown' };

export interface LaunchStateStore {
  add(record: LaunchState): Promise<void>;
  /** Reads without using up; undefined when unknown, used or expired. */
  find(state: string, at: Date): Promise<LaunchState | undefined>;
  /**
   * Uses the record up in one atomic step: of any number of callers exactly one gets 'taken'. 'used': somebody took it
   * before (a repeated launch). 'unknown': never made, or expired.
   */
  take(state: string, at: Date): Promise<TakenState>;
}
