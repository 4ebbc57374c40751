/** The administrator of an installation: one password (argon2id), one-time set-up links, sessions in the database. */

export interface AdministratorStore {
  /** argon2id hash; undefined before the set-up. */
  passwordHash(): Promise<string | undefined>;
  /** Stores the first hash; false when one is there already (two people open the link at once). */
  setFirstPassword(hash: string): Promise<boolean>;
  setPassword(hash: string): Promise<void>;
  /** Replaces the one-time set-up token: its SHA-256, hex. */
  setSetUpToken(hash: string, expiresAt: Date): Promise<void>;
  /** True when the token is the current one and not expired. */
  isSetUpToken(hash: string, at: Date): Promise<boolean>;
  /** Uses the token up: true once. */
  takeSetUpToken(hash: string, at: Date): Promise<boolean>;
  addSession(idHash: string, expiresAt: Date): Promise<void>;
  hasSession(idHash: string, at: Date): Promise<boolean>;
  endSession(idHash: string): Promise<void>;
  endAllSessions(): Promise<void>;
  /** Counts a failed sign-in from a source within a window (seconds); returns the number so far. */
  countFailure(source: string, windowSeconds: number, at: Date): Promise<number>;
  clearFailures(source: string): Promise<void>;
}

/** Port: password hashing. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}
