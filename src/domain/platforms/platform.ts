/**
 * A platform: one linked LMS (LTI issuer + client id). A deployment is one tenant of it: the tenant key of everything
 * that comes from an LMS is (issuer, client id, deployment id).
 * https://www.imsglobal.org/spec/lti/v1p3/#platforms-and-tools and #deployment-id
 */
/** In the order in which they are offered. */
export const lmsFamilies = ['moodle', 'canvas', 'other'] as const;
export type LmsFamily = (typeof lmsFamilies)[number];

/** waiting: linked, no launch seen yet. active: launches are let in. suspended: refused, sessions ended. */
export type PlatformState = 'waiting' | 'active' | 'suspended';

export interface Deployment {
  /** The LMS's deployment id, verbatim. */
  id: string;
  /** The institution whose credentials this tenant awards. */
  institutionId: string;
}

export interface Platform {
  id: string;
  /** The administrator's name for it. */
  name: string;
  family: LmsFamily;
  issuer: string;
  clientId: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  /** Audience of the client assertion where the LMS wants another than its token address. */
  tokenAudience?: string;
  keySetUrl: string;
  deployments: Deployment[];
  state: PlatformState;
  linkedAt: Date;
  firstLaunchAt?: Date;
  lastLaunchAt?: Date;
  /** Deployment ids that tried to launch and are not (yet) allowed; the administrator accepts or ignores them. */
  unknownDeployments: { id: string; seenAt: Date }[];
}

/** What an administrator types to link an LMS. */
export interface PlatformRegistration {
  name: string;
  family: LmsFamily;
  issuer: string;
  clientId: string;
  deploymentIds: string[];
  authorizationEndpoint: string;
  tokenEndpoint: string;
  tokenAudience?: string;
  keySetUrl: string;
}
