/**
 * The keys of an institution as published, retired ones too: its DID document, its key set, each key alone; and the history of all,
 * where compromised ones are told. Made when asked, for the pages and for verification alike. https://w3c-ccg.github.io/did-method-web/ and https://www.rfc-editor.org/rfc/rfc7517
 */
import { didDocument } from '../../documents/did/did-document.js';
import { keyHistory } from '../../documents/did/key-history.js';
import { publishedJwk } from '../../documents/did/published-jwk.js';
import type { InstitutionStore } from './institution-store.js';
import type { PublicSigningKey, SigningKeys } from './signing-keys.js';

export interface KeyDocumentsDeps {
  institutions: InstitutionStore;
  keys: SigningKeys;
  base: string;
}

/** JSON texts. Each is undefined for an unknown institution. */
export interface KeyDocuments {
  did(institutionId: string): Promise<string | undefined>;
  keySet(institutionId: string): Promise<string | undefined>;
  history(institutionId: string): Promise<string | undefined>;
  /** Undefined for an unknown key, a compromised one, and one of another institution. */
  key(institutionId: string, keyId: string): Promise<string | undefined>;
}

export function keyDocuments({ institutions, keys, base }: KeyDocumentsDeps): KeyDocuments {
  const published = async (institutionId: string): Promise<PublicSigningKey[] | undefined> =>
    (await institutions.byId(institutionId)) && keys.published(institutionId);
  return {
    async did(institutionId) {
      const all = await published(institutionId);
      const methods = all?.map(({ id, jwk, multibase }) => ({ id, jwk, multikey: multibase }));
      return methods && JSON.stringify(didDocument({ base, institutionId, keys: methods }));
    },
    async keySet(institutionId) {
      const all = await published(institutionId);
      return all && JSON.stringify({ keys: all.map((key) => publishedJwk(base, key)) });
    },
    async history(institutionId) {
      if (!(await institutions.byId(institutionId))) return undefined;
      const all = await keys.all(institutionId);
      const lives = all.map(({ multibase, ...key }) => ({ ...key, multikey: multibase }));
      return JSON.stringify(keyHistory({ base, institutionId, keys: lives }));
    },
    async key(institutionId, keyId) {
      const found = (await published(institutionId))?.find(({ id }) => id === keyId);
      return found && JSON.stringify(publishedJwk(base, found));
    },
  };
}
