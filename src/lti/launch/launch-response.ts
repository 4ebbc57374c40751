/**
 * What the LMS posts back through the browser, or our own page after it: the authentication response.
 * https://www.imsglobal.org/spec/security/v1p0/#step-3-authentication-response
 */
import { z } from 'zod';
import { looksLikeId } from '../../shared/ids.js';
import { Problem } from '../../shared/problem.js';
import { looksLikeState } from './launch-state.js';

const launchResponse = z.object({
  state: z.string().refine(looksLikeState),
  id_token: z.string().min(1).max(100_000),
  /** The secret out of the LMS's storage, or of a hand-off. */
  proof: z.string().refine(looksLikeId).optional(),
});

/** https://openid.net/specs/openid-connect-core-1_0.html#AuthError */
const refusal = z.object({
  error: z.string().max(200),
  error_description: z.string().max(2000).optional().catch(undefined),
});

export type LaunchResponse = z.infer<typeof launchResponse>;

/** @throws Problem launch-refused-by-platform, launch-state-unknown, launch-token-malformed */
export function readLaunchResponse(sent: unknown): LaunchResponse {
  const refused = refusal.safeParse(sent);
  if (refused.success) {
    const reason = refused.data.error.replace(/[^\w.-]/g, '').slice(0, 60);
    throw new Problem('launch-refused-by-platform', { detail: reason, facts: { reason } });
  }
  const read = launchResponse.safeParse(sent);
  if (read.success) return read.data;
  const isTokenAlone = read.error.issues.every((issue) => issue.path[0] === 'id_token');
  throw new Problem(isTokenAlone ? 'launch-token-malformed' : 'launch-state-unknown', {
    detail: read.error.issues.map((issue) => String(issue.path[0] ?? 'body')).join(', '),
  });
}
