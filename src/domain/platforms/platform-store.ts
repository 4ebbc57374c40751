/** Port: where platforms are kept. (issuer, clientId) is unique. */
import type { Platform } from './platform.js';

export interface PlatformStore {
  /** @throws Problem duplicate when (issuer, clientId) is linked already. */
  add(platform: Platform): Promise<void>;
  byId(id: string): Promise<Platform | undefined>;
  byClient(issuer: string, clientId: string): Promise<Platform | undefined>;
  /** All platforms of an issuer, for a login request that names no client. */
  byIssuer(issuer: string): Promise<Platform[]>;
  all(): Promise<Platform[]>;
  /** Changes the named fields only; undefined when there is no such platform. @throws Problem duplicate */
  change(id: string, fields: Partial<Omit<Platform, 'id' | 'linkedAt'>>): Promise<Platform | undefined>;
  /** Marks a good launch: lastLaunchAt, firstLaunchAt once, waiting -> active (never suspended -> active). */
  markLaunch(id: string, at: Date): Promise<void>;
  /** Remembers a refused deployment id once (at most 20 are kept). */
  noteUnknownDeployment(id: string, deploymentId: string, at: Date): Promise<void>;
}
