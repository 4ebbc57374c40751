/** What the LTI edge needs: ports of the domain, guarded requests, and what to do with a launch that was let in. */
import type { Request, Response } from 'express';
import type { Launch } from '../domain/courses/launch.js';
import type { LtijsRecords } from '../domain/platforms/ltijs-records.js';
import type { KnownPlatforms } from '../domain/platforms/known-platforms.js';
import type { PlatformStore } from '../domain/platforms/platform-store.js';
import type { UsedLaunches } from '../domain/platforms/used-launches.js';
import type { Clock } from '../shared/clock.js';
import type { NewId } from '../shared/ids.js';
import type { OutboundFetch } from '../shared/outbound-fetch.js';

/** Seals what the library keeps, as edges/keys/envelope.ts does. */
export interface Sealing {
  seal(plain: Uint8Array, context: string): string;
  /** @throws Problem key-unreadable */
  open(sealed: string, context: string): Uint8Array;
}

export interface LtiDeps {
  platforms: KnownPlatforms & Pick<PlatformStore, 'markLaunch' | 'noteUnknownDeployment'>;
  usedLaunches: UsedLaunches;
  records: LtijsRecords;
  sealing: Sealing;
  /** Signs what a login gives the browser to bring back. */
  sessionKey: Uint8Array;
  fetch: OutboundFetch;
  clock: Clock;
  newId: NewId;
  /** Public origin of this installation, without a trailing slash. */
  base: string;
  /** Seconds an LMS clock may differ from ours. */
  clockTolerance: number;
  /** Called once for each launch that was let in; answers the request. */
  onLaunch: (launch: Launch, req: Request, res: Response) => Promise<void>;
  /** Told without personal data when something is wrong that does not stop the launch. */
  onTrouble: (sentence: string, facts: Record<string, unknown>) => void;
}
