/** https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#context */
export const openBadges2Context = 'https://w3id.org/openbadges/v2';

/** The same vocabulary under each address by which badges name it. */
export const openBadges2Contexts: readonly string[] = [
  openBadges2Context,
  'https://openbadgespec.org/v2/context.json',
  'https://openbadgespec.org/v2',
];
