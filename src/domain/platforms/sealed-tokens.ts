/** Port: where sealed web-service tokens lie, one a platform. It never sees one in clear. */
import type { TokenRefusal } from './service-tokens.js';

export interface SealedToken {
  /** The platform's. */
  id: string;
  sealed: string;
  /** Origin of the LMS it is for; sealed together with it, so that another one does not open it. */
  site?: string;
  since: Date;
  /** Undefined where the last known answer of the LMS was no refusal. */
  refused?: TokenRefusal;
}

export interface SealedTokens {
  /** Replaces the one before. */
  put(token: SealedToken): Promise<void>;
  of(platformId: string): Promise<SealedToken | undefined>;
  /** Writes what `refused` says now; nothing when another token has replaced this one. */
  note(token: SealedToken): Promise<void>;
  remove(platformId: string): Promise<void>;
}
