/** Port: the token with which Acquis asks the web services of an LMS, one a platform, kept sealed and never shown again. */
export interface ServiceTokens {
  /** Replaces the one before. @param token as the LMS gave it */
  keep(platformId: string, token: string): Promise<void>;
  /** When the present one was entered; undefined where none is kept. */
  keptSince(platformId: string): Promise<Date | undefined>;
  /** In clear, for the request that needs it and nothing else. @throws Problem key-unreadable when the master key is another one */
  open(platformId: string): Promise<string | undefined>;
  forget(platformId: string): Promise<void>;
}
