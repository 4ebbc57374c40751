/**
 * An Open Badges 2.0 endorsement by an issuer elsewhere, standing at its address.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#Endorsement
 */
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import type { anOpenBadge2Issuer } from './open-badge-2-issuer.js';

export const endorsedBadge = 'https://acquis.example.org/achievements/1/1/badge-class.json';
export const comment = 'We have seen the laboratory of Ada.';

export function anOpenBadge2Endorsement(
  { at, web }: ReturnType<typeof anOpenBadge2Issuer>,
  changes: JsonObject = {},
): JsonObject & { id: string } {
  const endorsement = {
    '@context': 'https://w3id.org/openbadges/v2',
    id: 'https://badges.example.net/endorsements/1',
    type: 'Endorsement',
    claim: { id: endorsedBadge, endorsementComment: comment },
    issuer: at.issuer,
    issuedOn: '2026-03-04T10:11:12Z',
    verification: { type: 'HostedBadge' },
    ...changes,
  };
  web.stands.set(endorsement.id, { json: endorsement });
  return endorsement;
}

/** The same to be signed: its id leads nowhere. */
export function aSignedEndorsement(world: ReturnType<typeof anOpenBadge2Issuer>, changes: JsonObject = {}) {
  return {
    ...anOpenBadge2Endorsement(world),
    id: 'urn:uuid:0d4f7a54-5a55-4a8a-9c39-3f6b1c2d3e4f',
    verification: { type: 'SignedBadge', creator: world.at.key },
    ...changes,
  };
}
