/** Where a redirect leads, and what of the request goes along. https://www.rfc-editor.org/rfc/rfc9110#section-15.4 */
import { Problem } from '../../shared/problem.js';
import { checkAddress } from './check-address.js';

const statuses = [301, 302, 303, 307, 308];
/** For the server that was asked, not for the one it names. */
const personal = ['authorization', 'proxy-authorization', 'cookie'];

export interface Step {
  url: URL;
  /** By lower-case name. */
  headers: Readonly<Record<string, string>>;
}

export function isRedirect(status: number): boolean {
  return statuses.includes(status);
}

/**
 * The next request, checked as the first one was.
 * @throws Problem fetch-failed (redirect: from https to http, or to nowhere), address-refused
 */
export function redirectTarget(from: Step, location: string, allowPrivate: boolean): Step {
  if (!URL.canParse(location, from.url.href)) throw redirectFailed(`${from.url.host} leads to no address`);
  const target = new URL(location, from.url);
  const url = checkAddress(target.href, allowPrivate);
  if (from.url.protocol === 'https:' && url.protocol === 'http:') {
    throw redirectFailed(`${from.url.host} leads from https to http`);
  }
  if (url.origin === from.url.origin) return { url, headers: from.headers };
  const kept = Object.entries(from.headers).filter(([name]) => !personal.includes(name));
  return { url, headers: Object.fromEntries(kept) };
}

export function redirectFailed(detail: string): Problem {
  return new Problem('fetch-failed', { detail, facts: { reason: 'redirect' } });
}
