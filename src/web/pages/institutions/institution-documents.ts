/**
 * What is published of an institution for machines: who it is, in Open Badges 3.0 and 2.0, its keys (did:web, JWK set, each key
 * alone) and what it revoked.
 */
import type { JWK } from 'jose';
import { openBadge2Documents } from '../../../domain/awards/open-badge-2-documents.js';
import { revocationListDocument } from '../../../domain/awards/revocation-list-document.js';
import type { PublicSigningKey } from '../../../domain/institutions/signing-keys.js';
import { addresses } from '../../../documents/addresses.js';
import { didDocument } from '../../../documents/did/did-document.js';
import { issuerProfile } from '../../../documents/open-badge-3/issuer-profile.js';
import { looksLikeId } from '../../../shared/ids.js';
import { inContext } from '../../documents/in-context.js';
import type { WebServices } from '../../web-services.js';

type Found = Promise<{ body: string } | undefined>;

/** Each is undefined for an unknown id. */
export interface InstitutionDocuments {
  profile: (id: string) => Found;
  profile2: (id: string) => Found;
  did: (id: string) => Found;
  keySet: (id: string) => Found;
  key: (id: string, keyId: string) => Found;
  revocationList: (id: string) => Found;
}

export function institutionDocuments(services: WebServices): InstitutionDocuments {
  const { base, institutions, keys } = services;
  const known = async (id: string) => (looksLikeId(id) ? institutions.byId(id) : undefined);
  const published = async (id: string): Promise<PublicSigningKey[] | undefined> =>
    (await known(id)) && keys.published(id);

  return {
    async profile(id) {
      const institution = await known(id);
      return institution && asJson(inContext(issuerProfile(base, institution)));
    },
    async profile2(id) {
      const json = looksLikeId(id) ? await openBadge2Documents(services).issuer(id) : undefined;
      return json === undefined ? undefined : { body: json };
    },
    async did(id) {
      const all = await published(id);
      const methods = all?.map((key) => ({ id: key.id, jwk: key.jwk, multikey: key.multibase }));
      return methods && asJson(didDocument({ base, institutionId: id, keys: methods }));
    },
    async keySet(id) {
      const all = await published(id);
      return all && asJson({ keys: all.map((key) => publicJwk(base, key)) });
    },
    async key(id, keyId) {
      const found = looksLikeId(keyId) ? (await published(id))?.find((key) => key.id === keyId) : undefined;
      return found && asJson(publicJwk(base, found));
    },
    async revocationList(id) {
      const json = looksLikeId(id) ? await revocationListDocument(services, id) : undefined;
      return json === undefined ? undefined : { body: json };
    },
  };
}

const asJson = (value: object): { body: string } => ({ body: JSON.stringify(value) });

const privateMembers: readonly string[] = [
  'd',
  'p',
  'q',
  'dp',
  'dq',
  'qi',
  'oth',
  'k',
] satisfies (keyof JWK)[];

/** Its kid is its address, as the headers of our JWTs name it; `iss` tells whose it is. https://www.rfc-editor.org/rfc/rfc7517#section-4 */
function publicJwk(base: string, { id, institutionId, jwk }: PublicSigningKey): object {
  const at = addresses(base);
  const members = Object.entries(jwk).filter(([name]) => !privateMembers.includes(name));
  return { ...Object.fromEntries(members), kid: at.key(institutionId, id), iss: at.did(institutionId) };
}
