/**
 * The claims of a resource link launch, as strict as the standard and as tolerant as real LMSs need.
 * https://www.imsglobal.org/spec/lti/v1p3/#resource-link-launch-request-message
 */
import { z } from 'zod';

const lti = 'https://purl.imsglobal.org/spec/lti/claim/';
export const claimNames = {
  messageType: `${lti}message_type`,
  version: `${lti}version`,
  deployment: `${lti}deployment_id`,
  target: `${lti}target_link_uri`,
  link: `${lti}resource_link`,
  roles: `${lti}roles`,
  context: `${lti}context`,
  presentation: `${lti}launch_presentation`,
  grades: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  roster: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
} as const;

/** Optional texts: an LMS may send null or nothing. */
const optionalText = z.string().max(2048).optional().catch(undefined);
const optionalAddress = z
  .url({ protocol: /^https?$/ })
  .max(4096)
  .optional()
  .catch(undefined);
const id = z.string().min(1).max(255);
/** NumericDate: seconds since 1970. https://www.rfc-editor.org/rfc/rfc7519#section-2 */
const seconds = z.number();

/** What every message has. https://www.imsglobal.org/spec/security/v1p0/#id-token */
export const messageClaims = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string()).min(1)]),
  azp: z.string().optional(),
  exp: seconds,
  iat: seconds,
  nbf: seconds.optional(),
  nonce: z.string().min(1),
});
export type MessageClaims = z.infer<typeof messageClaims>;

export const linkLaunchClaims = z.object({
  sub: z.string().min(1).max(255),
  name: optionalText,
  given_name: optionalText,
  family_name: optionalText,
  email: z.email().max(254).optional().catch(undefined),
  [claimNames.deployment]: id,
  [claimNames.target]: z.string().min(1),
  [claimNames.link]: z.object({ id, title: optionalText }),
  [claimNames.roles]: z.array(z.string()),
  [claimNames.context]: z.object({ id, title: optionalText, label: optionalText }).optional(),
  [claimNames.presentation]: z
    .object({ locale: optionalText, return_url: optionalAddress })
    .optional()
    .catch(undefined),
  [claimNames.grades]: z
    .object({
      scope: z.array(z.string()).optional().catch(undefined),
      lineitems: optionalAddress,
      lineitem: optionalAddress,
    })
    .optional()
    .catch(undefined),
  [claimNames.roster]: z.object({ context_memberships_url: optionalAddress }).optional().catch(undefined),
});
export type LinkLaunchClaims = z.infer<typeof linkLaunchClaims>;
