/** Port: guarded fetching of documents by GET (no private addresses unless allowed, 5 s, 1 MB). */

/**
 * Answers whatever the status is. `url`: after redirects.
 * @param mayFollow as of OutboundRequest
 * @throws Problem address-refused, fetch-failed
 */
export type FetchDocument = (
  url: string,
  accept: string,
  mayFollow?: () => boolean,
) => Promise<{ status: number; contentType: string; body: Uint8Array; url: string }>;
