/** The public origins of this installation: the one of today, and those that it had. docs/decisions/0029-moving-to-another-host.md */
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
  return ownBases(bases).find((base) => new URL(base).host === url.host);
}
