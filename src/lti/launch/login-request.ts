/**
 * What an LMS sends to begin a launch: third-party initiated login.
 * https://www.imsglobal.org/spec/security/v1p0/#step-1-third-party-initiated-login
 * https://www.imsglobal.org/spec/lti/v1p3/#additional-login-parameters , https://www.imsglobal.org/spec/lti-cs-oidc/v0p1
 */
import { z } from 'zod';
import { Problem } from '../../shared/problem.js';

const text = z.string().min(1).max(4096);

const loginRequest = z.object({
  iss: text,
  login_hint: text,
  target_link_uri: text,
  client_id: text.optional(),
  lti_message_hint: z.string().max(8192).optional(),
  lti_deployment_id: z.string().max(255).optional(),
  /** Name of the frame that keeps data for tools; `_parent`: the LMS's own page. */
  lti_storage_target: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .optional()
    .catch(undefined),
});

export type LoginRequest = z.infer<typeof loginRequest>;

/** @throws Problem launch-login-invalid, naming the fields; a field given twice is none */
export function readLoginRequest(sent: unknown): LoginRequest {
  const read = loginRequest.safeParse(sent);
  if (read.success) return read.data;
  const fields = [...new Set(read.error.issues.map((issue) => String(issue.path[0] ?? 'request')))];
  throw new Problem('launch-login-invalid', { detail: `missing or wrong: ${fields.join(', ')}` });
}

/** The request as query of our login address, to be asked for once more. */
export function loginQuery(request: LoginRequest): string {
  const pairs = Object.entries(request).filter(([, value]) => value !== undefined);
  return new URLSearchParams(pairs).toString();
}
