/** Documents of other servers by GET: badges, issuer profiles, keys, status lists. */
import type { FetchDocument } from '../../shared/fetch-document.js';
import type { OutboundFetch } from '../../shared/outbound-fetch.js';

const timeoutMs = 5_000;
const maxBytes = 1_000_000;

/** A missing content type is the empty string. */
export function createFetchDocument(fetch: OutboundFetch): FetchDocument {
  return async (url, accept, mayFollow) => {
    const answer = await fetch({ url, headers: { accept }, timeoutMs, maxBytes, mayFollow });
    const { status, body, headers } = answer;
    return { status, body, contentType: headers['content-type'] ?? '', url: answer.url };
  };
}
