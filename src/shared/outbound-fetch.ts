/** Port: requests to other servers, guarded (addresses, time, size). Implemented by src/edges/outbound; the answer is read whole. */

export interface OutboundRequest {
  url: string;
  /** GET unless told. Only GET is ever redirected, and repeated unless `onlyAsks`. */
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Milliseconds for one try, answer included; the maker's default otherwise. */
  timeoutMs?: number;
  /** Bytes of the answer's body; the maker's default otherwise. */
  maxBytes?: number;
  /** How often a GET may be tried again after 429, 5xx or a broken connection (Retry-After obeyed). 0 unless told. */
  retries?: number;
  /** True for a POST that changes nothing there: it is tried again as a GET is. */
  onlyAsks?: boolean;
  /** Asked before each redirect is followed; false: it is not, and fails. All are, up to the maker's limit, unless told. */
  mayFollow?: () => boolean;
  /** No try begins, and no wait goes on, beyond this moment (milliseconds since 1970). */
  deadline?: number;
}

export interface OutboundAnswer {
  status: number;
  /** By lower-case name; several of one name are joined with ", ". */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
  /** The address that answered, after redirects. */
  url: string;
}

/**
 * Any HTTP status is an answer.
 * @throws Problem address-refused (facts.reason scheme|private-address|credentials), fetch-failed (facts.reason
 * timeout|too-large|redirect|connection)
 */
export type OutboundFetch = (request: OutboundRequest) => Promise<OutboundAnswer>;
