/** The public origins of this installation: the one of today, and those that it had. docs/decisions/0029-moving-to-another-host.md */
import { absoluteUrl } from '../../shared/absolute-url.js';
import type { StatusListStore } from '../awards/status-list-store.js';

export interface FormerBase {
  /** Without a slash at the end. */
  base: string;
  /** The same lists, signed and kept under their addresses of then. */
  statusLists: StatusListStore;
}

export interface OwnBases {
  base: string;
  /** Absent for an installation that never moved. */
  formerBases?: readonly FormerBase[];
}

export const ownBases = ({ base, formerBases = [] }: OwnBases): readonly string[] => [
  base,
  ...formerBases.map((former) => former.base),
];

/** The origin that an address is of, whatever its scheme: did:web says https even where a trial runs on http. */
export function ownBaseOf(bases: OwnBases, url: URL): string | undefined {
  if (!/^https?:$/.test(url.protocol)) return undefined;
  return ownBases(bases).find((base) => plainHost(new URL(base)) === plainHost(url));
}

/** True for an address or a did:web of one of our hosts, however it is spelled: also for those that lead nowhere. */
export function namesOwnHost(bases: OwnBases, reference: string): boolean {
  const [, did] = /^\s*did:web:([^:/?#]*)/i.exec(reference) ?? [];
  const url = absoluteUrl(did === undefined ? reference : `https://${did.replace(/%3A/gi, ':')}`);
  return url !== undefined && ownBaseOf(bases, url) !== undefined;
}

/** URL has read case, escapes and other alphabets already; a dot at the end and the port of the scheme lead to the same server. */
function plainHost({ hostname, port }: URL): string {
  const isUsual = ['', '80', '443'].includes(port);
  return `${hostname.replace(/\.$/, '')}${isUsual ? '' : `:${port}`}`;
}
