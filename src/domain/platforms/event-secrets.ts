/** Port: the secret with which an LMS signs its events, one a platform, kept sealed and shown once. */
export interface EventSecrets {
  /** Makes one in the place of the one before. @returns it, as the LMS needs it: `whsec_` and base64 of 32 random bytes */
  make(platformId: string): Promise<string>;
  /** When the present one was made; undefined where there is none. */
  madeAt(platformId: string): Promise<Date | undefined>;
  /** As `make` gave it. @throws Problem key-unreadable when the master key is another one */
  open(platformId: string): Promise<string | undefined>;
  forget(platformId: string): Promise<void>;
}
