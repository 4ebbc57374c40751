/** The two versions of Open Badges that can be baked, and how an image names them. https://www.imsglobal.org/spec/ob/v3p0/#baking */
export type BakedVersion = '2.0' | '3.0';

/** Keyword of the PNG's text chunk. */
export const badgeKeywords = { '2.0': 'openbadges', '3.0': 'openbadgecredential' } as const satisfies Record<
  BakedVersion,
  string
>;

/** Namespace and element of the SVG. */
export const badgeElements = {
  '2.0': { namespace: 'http://openbadges.org', element: 'assertion' },
  '3.0': { namespace: 'https://purl.imsglobal.org/ob/v3p0', element: 'credential' },
} as const satisfies Record<BakedVersion, { namespace: string; element: string }>;

/** The badge in an image; at most one of a version may be there. */
export type Unbaked =
  { found: 'badge'; version: BakedVersion; badge: string } | { found: 'nothing' | 'several' | 'broken' };
