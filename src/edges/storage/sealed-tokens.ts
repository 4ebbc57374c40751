/** Sealed web-service tokens in the database: one a platform, whose id is theirs. */
import type { Connection } from 'mongoose';
import type { SealedToken, SealedTokens } from '../../domain/platforms/sealed-tokens.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';

const fields: FieldsOf<SealedToken> = { sealed: String, site: String, since: Date, refused: {} };

export const sealedTokenCollection: CollectionDeclaration = { name: 'service_tokens', fields, indexes: [] };

export function openSealedTokens(connection: Connection): SealedTokens {
  const tokens = openCollection<SealedToken>(connection, sealedTokenCollection);
  return {
    put: ({ id, sealed, site, since, refused }) =>
      tokens.put({ id }, { $set: { sealed, site, since, refused } }),
    of: (platformId) => tokens.findOne({ id: platformId }),
    note: async ({ id, sealed, refused }) =>
      void (await tokens.update({ id, sealed }, { $set: { refused } })),
    async remove(platformId) {
      await tokens.delete({ id: platformId });
    },
  };
}
