/** Sealed European Digital Credentials in the database: one an award, whose id is theirs. Kept as long as the award. */
import type { Connection } from 'mongoose';
import type { SealedFile, SealedFiles } from '../../domain/seals/sealed-files.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';

const fields: FieldsOf<SealedFile> = { json: String, sealedAt: Date };

export const sealedFileCollection: CollectionDeclaration = { name: 'sealed_files', fields, indexes: [] };

export function openSealedFiles(connection: Connection): SealedFiles {
  const files = openCollection<SealedFile>(connection, sealedFileCollection);
  return {
    add: (file) => files.insert(file),
    of: (awardId) => files.findOne({ id: awardId }),
    has: async (awardId) => (await files.count({ id: awardId }, 1)) === 1,
  };
}
