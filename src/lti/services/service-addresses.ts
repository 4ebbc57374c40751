/** Addresses of services as LMSs tell them: what stands in them stays, Moodle's have a query of their own. */

/** The address with more in its query, and everything that was there as it was. */
export function withQuery(address: string, more: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(more).toString();
  if (query === '') return address;
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

/** Where the results of a line item are. https://www.imsglobal.org/spec/lti-ags/v2p0#result-service */
export function resultsOf(lineItemUrl: string): string {
  const [path = '', ...query] = lineItemUrl.split('?');
  return [`${path.replace(/\/$/, '')}/results`, ...query].join('?');
}

export function isOnServerOf(address: string, other: string): boolean {
  return URL.canParse(address) && URL.canParse(other) && new URL(address).origin === new URL(other).origin;
}
