/** What an LMS may open here: the launch address, or the root, which some LMSs are told; no other server's. */

/** @param target target_link_uri; only the one in the signed token counts in the end, but a foreign one is refused early */
export function isOwnTarget(base: string, target: string): boolean {
  if (!URL.canParse(target)) return false;
  const { origin, pathname } = new URL(target);
  return origin === base && (pathname === '/lti/launch' || pathname === '/');
}
