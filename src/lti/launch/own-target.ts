/** What an LMS may open here: the launch address, or the root, which some LMSs are told; no other server's. */
import { absoluteUrl } from '../../shared/absolute-url.js';

/** @param target target_link_uri; only the one in the signed token counts in the end, but a foreign one is refused early */
export function isOwnTarget(base: string, target: string): boolean {
  // most are: those need not be read
  if (target === `${base}/lti/launch`) return true;
  const url = absoluteUrl(target);
  return url?.origin === base && (url.pathname === '/lti/launch' || url.pathname === '/');
}
