/** What the routes of one running demonstration LMS share: its state, its clock, its sessions and the faults switched on. */
import type { Clock } from '../shared/clock.js';
import type { Mailbox } from './mailbox/start-mailbox.js';
import type { LmsState, ToolSettings } from './state/lms-state.js';

/** A fault of the services (token endpoint, rosters, line items, results, scores; key set for the last one). */
export type Failure =
  | { kind: 'none' }
  | { kind: 'slow'; milliseconds: number }
  | { kind: 'server-error' }
  | { kind: 'too-many-requests'; retryAfterSeconds: number }
  | { kind: 'html' }
  | { kind: 'hang' }
  | { kind: 'half-answer' }
  | { kind: 'throttled' }
  | { kind: 'foreign-page' }
  | { kind: 'key-set-gone' };

/** A launch that was begun and not yet asked for at the authorization endpoint. */
export interface BegunLaunch {
  userId: string;
  activityId: string;
  begunAt: Date;
}

export interface AccessToken {
  scopes: readonly string[];
  expiresAt: Date;
}

export interface Lms {
  readonly state: LmsState;
  /** Without a slash at the end, for example http://127.0.0.1:8081 */
  readonly url: string;
  readonly issuer: string;
  /** The LMS's own clock, wrong by `faults.clockSkewSeconds`. */
  readonly clock: Clock;
  readonly faults: { failure: Failure; clockSkewSeconds: number };
  /** Session id -> user number. */
  readonly sessions: Map<string, string>;
  /** Message hint -> launch; an entry is taken out when it is used. */
  readonly begunLaunches: Map<string, BegunLaunch>;
  readonly accessTokens: Map<string, AccessToken>;
  /** Ids of client assertions already used (Canvas). */
  readonly usedAssertions: Set<string>;
  /** The tool's key set as last read. */
  readonly toolKeys: { cached?: { url: string; keys: readonly Record<string, unknown>[] } };
  /** What the tool sends by e-mail goes there, where it is shown. */
  readonly mailbox?: Mailbox | undefined;
  /** Call after every change of `state`. */
  keep(): void;
}

/** The addresses an administrator copies into the tool. */
export interface PlatformEndpoints {
  authorizationEndpoint: string;
  tokenEndpoint: string;
  keySetUrl: string;
}

export const endpointPaths = {
  moodle: { authorize: '/mod/lti/auth.php', token: '/mod/lti/token.php', keySet: '/mod/lti/certs.php' },
  canvas: {
    authorize: '/api/lti/authorize_redirect',
    token: '/login/oauth2/token',
    keySet: '/api/lti/security/jwks',
  },
} as const;

export function platformEndpoints(lms: Pick<Lms, 'state' | 'url'>): PlatformEndpoints {
  const paths = endpointPaths[lms.state.kind];
  return {
    authorizationEndpoint: `${lms.url}${paths.authorize}`,
    tokenEndpoint: `${lms.url}${paths.token}`,
    keySetUrl: `${lms.url}${paths.keySet}`,
  };
}

/** Seconds since 1970, as JWTs count. */
export const nowInSeconds = (lms: Lms): number => Math.floor(lms.clock().getTime() / 1000);

/** The deployment the course belongs to. */
export function deploymentOf(tool: ToolSettings, course: { deployment: number }): string {
  return tool.deploymentIds[course.deployment] ?? tool.deploymentIds[0] ?? '';
}
