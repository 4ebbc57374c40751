/** Where the document of a did:web stands. https://w3c-ccg.github.io/did-method-web/#read-resolve */

/**
 * https address of the DID document; undefined when it is no did:web.
 * @param did with or without fragment
 */
export function didWebAddress(did: string): string | undefined {
  const [id = ''] = did.split('#', 1);
  const found = /^did:web:([A-Za-z0-9.%-]+)((?::[A-Za-z0-9._%-]+)*)$/.exec(id);
  if (!found) return undefined;
  const host = (found[1] ?? '').replace(/%3A/i, ':').toLowerCase();
  // a longer one is none, and URL takes quadratic time for what is written as xn--
  if (!/^[a-z0-9.-]{1,253}(:\d{1,5})?$/.test(host)) return undefined;
  const path = (found[2] ?? '').replaceAll(':', '/');
  const address = `https://${host.replace(/:443$/, '')}${path === '' ? '/.well-known' : path}/did.json`;
  // '..', '%2e' or a number as host would be another document than the DID names
  return URL.canParse(address) && new URL(address).href === address ? address : undefined;
}
