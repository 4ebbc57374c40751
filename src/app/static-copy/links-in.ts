/** The addresses of this installation that a page or a document names, as far as they belong into the copy of an institution. */

const followed = [
  /^\/achievements\/[\w-]+\/\d+(\/[\w.-]+)?$/,
  /^\/status\/[\w-]+$/,
  /^\/terms\/\w+$/,
  /^\/endorsements\/[\w-]+(\/[\w.-]+)?$/,
  /^\/assets\/[\w.-]+$/,
];

/**
 * Paths without query and fragment, each once. Awards are none of them: they are asked for by themselves.
 * @param base public origin, without a slash at the end
 */
export function linksIn(text: string, base: string, institutionId: string): Set<string> {
  const found = new Set<string>();
  for (const [, quoted = ''] of text.matchAll(/["']((?:https?:\/\/[^"'\s<>\\]+)|\/[^"'\s<>\\]*)["']/g)) {
    const path = quoted.startsWith(`${base}/`) ? quoted.slice(base.length) : quoted;
    const [plain = ''] = path.split(/[?#]/, 1);
    // the other language of a page is copied with it, not as an address of its own
    if (plain.endsWith('.html')) continue;
    const isOwn = plain.startsWith(`/institutions/${institutionId}/`) && /^[\w/.-]+$/.test(plain);
    if (isOwn || followed.some((pattern) => pattern.test(plain))) found.add(plain);
  }
  return found;
}
