/** What a trust service does otherwise than it should: for tests of whoever asks it. */
export interface Behaviour {
  /** Answers this for a method: status and body. */
  answers?: Partial<Record<string, { status: number; body?: unknown }>>;
  /** So often it answers 503 to a method. */
  busyFor?: Record<string, number>;
  /** Changes what credentials/info tells. */
  credential?: (told: Record<string, unknown>) => Record<string, unknown>;
  /** Signs something else. */
  signs?: (hash: Buffer) => Buffer;
  stamps?: (hash: Buffer) => Buffer;
  /** Tells of itself when it is asked by GET alone. */
  isOld?: boolean;
  /** Takes id and secret in the header alone. */
  asksForHeader?: boolean;
  /** Tokens given so far no longer count. */
  tokensTakenBack?: boolean;
}
