/** Sealed web-service tokens in the database: one a platform, whose id is theirs. */
import type { Connection } from 'mongoose';
import type { SealedToken, SealedTokens } from '../../domain/platforms/sealed-tokens.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';

const fields: FieldsOf<SealedToken> = { sealed: String, since: Date };

export const sealedTokenCollection: CollectionDeclaration = { name: 'service_tokens', fields, indexes: [] };

export function openSealedTokens(connection: Connection): SealedTokens {
  const tokens = openCollection<SealedToken>(connection, sealedTokenCollection);
  return {
    put: ({ id, sealed, since }) => tokens.put({ id }, { $set: { sealed, since } }),
    of: (platformId) => tokens.findOne({ id: platformId }),
    async remove(platformId) {
      await tokens.delete({ id: platformId });
    },
  };
}
