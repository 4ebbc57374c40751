/** The public origins of this installation: the one of today, and those that it had. */
export interface OwnBases {
  base: string;
  /** Without a slash at the end; absent for an installation that never moved. */
  formerBases?: readonly string[];
}

export const ownBases = ({ base, formerBases = [] }: OwnBases): readonly string[] => [base, ...formerBases];

/** The origin that an address is of, whatever its scheme: did:web says https even where a trial runs on http. */
export function ownBaseOf(bases: OwnBases, url: URL): string | undefined {
  if (!/^https?:$/.test(url.protocol)) return undefined;
  return ownBases(bases).find((base) => new URL(base).host === url.host);
}
