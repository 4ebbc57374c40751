/** The addresses of this installation that a page or a document names, as far as they belong into the copy of an institution. */

/** Begins with no dot: what people write stands in documents as well, and none of it may climb out of the folder. */
const name = '[\\w-][\\w.-]*';
const followed = [
  `/achievements/[\\w-]+/\\d+(/${name}){0,2}`,
  '/status/[\\w-]+',
  '/terms/\\w+',
  `/endorsements/[\\w-]+(/${name})?`,
  `/assets/${name}`,
].map((path) => new RegExp(`^${path}$`));
/** Part of the copy of a page, which is made with it: not an address of its own. */
const partOfPage = /(\/(index\.[\w.]+|achievement\.json|profile\.json)|\.gone)$/;

/**
 * Paths without query and fragment, each once. Awards are none of them: they are asked for by themselves.
 * @param base public origin, without a slash at the end
 */
export function linksIn(text: string, base: string, institutionId: string): Set<string> {
  const found = new Set<string>();
  // its other addresses are asked for by themselves
  const ofKeys = new RegExp(
    `^/institutions/${institutionId}/(keys(-2)?/${name}|(issuer|revocation-list)-2\\.${name})\\.json$`,
  );
  for (const [, quoted = ''] of text.matchAll(/["']((?:https?:\/\/[^"'\s<>\\]+)|\/[^"'\s<>\\]*)["']/g)) {
    const path = quoted.startsWith(`${base}/`) ? quoted.slice(base.length) : quoted;
    const [plain = ''] = path.split(/[?#]/, 1);
    if (partOfPage.test(plain)) continue;
    if (ofKeys.test(plain) || followed.some((pattern) => pattern.test(plain))) found.add(plain);
  }
  return found;
}
