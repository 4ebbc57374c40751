/** Port: the token with which Acquis asks the web services of an LMS, one a platform, kept sealed and never shown again. */

/** Answers by which an LMS refuses whatever is asked with a token. */
export const tokenRefusals = ['lms-token-refused', 'lms-services-off'] as const;

export interface TokenRefusal {
  reason: (typeof tokenRefusals)[number];
  /** The first such answer after the last other one. */
  since: Date;
}

/** A token as the LMS gave it, and where it may go. */
export interface KeptToken {
  token: string;
  /** Origin of the one LMS that gets to see it, where the issuer does not tell (Canvas: one issuer for all schools). */
  site?: string;
}

export interface ServiceTokens {
  /** Replaces the one before. */
  keep(platformId: string, kept: KeptToken): Promise<void>;
  /** When the present one was entered; undefined where none is kept. */
  keptSince(platformId: string): Promise<Date | undefined>;
  /** In clear, for the request that needs it and nothing else. @throws Problem key-unreadable when the master key is another one */
  open(platformId: string): Promise<KeptToken | undefined>;
  /**
   * The LMS has answered a question that was asked with this token; nothing is noted when another one is kept by now.
   * @param reason undefined: it did not refuse it
   */
  noteAnswer(platformId: string, token: string, reason: TokenRefusal['reason'] | undefined): Promise<void>;
  /** Undefined where the last known answer was no refusal. */
  refusal(platformId: string): Promise<TokenRefusal | undefined>;
  forget(platformId: string): Promise<void>;
}
