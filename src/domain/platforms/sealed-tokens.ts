/** Port: where sealed web-service tokens lie, one a platform. It never sees one in clear. */
export interface SealedToken {
  /** The platform's. */
  id: string;
  sealed: string;
  since: Date;
}

export interface SealedTokens {
  /** Replaces the one before. */
  put(token: SealedToken): Promise<void>;
  of(platformId: string): Promise<SealedToken | undefined>;
  remove(platformId: string): Promise<void>;
}
