/**
 * What is published of an institution for machines: who it is, in Open Badges 3.0 and 2.0, its keys (did:web, JWK set, each key
 * alone, what became of all of them) and what it revoked.
 */
import { openBadge2Documents } from '../../../domain/awards/open-badge-2-documents.js';
import { revocationListDocument } from '../../../domain/awards/revocation-list-document.js';
import { keyDocuments } from '../../../domain/institutions/key-documents.js';
import { issuerProfile } from '../../../documents/open-badge-3/issuer-profile.js';
import { looksLikeId } from '../../../shared/ids.js';
import { inContext } from '../../documents/in-context.js';
import type { WebServices } from '../../web-services.js';

type Found = Promise<{ body: string } | undefined>;

/** Each is undefined for an unknown id. */
export interface InstitutionDocuments {
  profile: (id: string) => Found;
  /** `ofKey`: that of a key which has one of its own. */
  profile2: (id: string, ofKey?: string) => Found;
  did: (id: string) => Found;
  keySet: (id: string) => Found;
  keyHistory: (id: string) => Found;
  key: (id: string, keyId: string) => Found;
  revocationList: (id: string) => Found;
  key2: (id: string, keyId: string) => Found;
  revocationList2: (id: string, ofKey?: string) => Found;
}

export function institutionDocuments(services: WebServices): InstitutionDocuments {
  const { base, institutions } = services;
  const openBadge2 = openBadge2Documents(services);
  const keys = keyDocuments(services);
  return {
    async profile(id) {
      const institution = looksLikeId(id) ? await institutions.byId(id) : undefined;
      return institution && { body: JSON.stringify(inContext(issuerProfile(base, institution))) };
    },
    profile2: (id, ofKey) => found(looksLikeIds(id, ofKey) && openBadge2.issuer(id, ofKey)),
    did: (id) => found(looksLikeId(id) && keys.did(id)),
    keySet: (id) => found(looksLikeId(id) && keys.keySet(id)),
    keyHistory: (id) => found(looksLikeId(id) && keys.history(id)),
    key: (id, keyId) => found(looksLikeId(id) && looksLikeId(keyId) && keys.key(id, keyId)),
    revocationList: (id) => found(looksLikeId(id) && revocationListDocument(services, id)),
    key2: (id, keyId) => found(looksLikeId(id) && looksLikeId(keyId) && openBadge2.key(id, keyId)),
    revocationList2: (id, ofKey) => found(looksLikeIds(id, ofKey) && openBadge2.revocationList(id, ofKey)),
  };
}

const looksLikeIds = (id: string, ofKey?: string): boolean =>
  looksLikeId(id) && (ofKey === undefined || looksLikeId(ofKey));

async function found(json: false | Promise<string | undefined>): Found {
  const body = await json;
  return body ? { body } : undefined;
}
