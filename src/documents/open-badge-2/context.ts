/** https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#context */
export const openBadges2Context = 'https://w3id.org/openbadges/v2';
