/** Addresses of services as LMSs tell them: what stands in them stays, Moodle's have a query of their own. */

/** The address with more in its query, and everything that was there as it was. */
export function withQuery(address: string, more: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(more).toString();
  if (query === '') return address;
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

/** Where the results of a line item are. https://www.imsglobal.org/spec/lti-ags/v2p0#result-service */
export function resultsOf(lineItemUrl: string): string {
  return below(lineItemUrl, 'results');
}

/** Where scores of a line item are sent. https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service */
export function scoresOf(lineItemUrl: string): string {
  return below(lineItemUrl, 'scores');
}

function below(lineItemUrl: string, name: string): string {
  const [path = '', ...query] = lineItemUrl.split('?');
  return [`${path.replace(/\/$/, '')}/${name}`, ...query].join('?');
}

export function isOnServerOf(address: string, other: string): boolean {
  return URL.canParse(address) && URL.canParse(other) && new URL(address).origin === new URL(other).origin;
}
