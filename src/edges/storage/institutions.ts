/** Institutions in the database. */
import type { InstitutionStore } from '../../domain/institutions/institution-store.js';
import type { Institution } from '../../domain/institutions/institution.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import type { Connection } from 'mongoose';

const fields: FieldsOf<Institution> = {
  legalName: String,
  country: String,
  region: String,
  url: String,
  email: String,
  identifiers: {},
  qualityAssurance: {},
  mayAwardEcts: Boolean,
  createdAt: Date,
  changedAt: Date,
};

export const institutionCollection: CollectionDeclaration = { name: 'institutions', fields, indexes: [] };

export function openInstitutions(connection: Connection): InstitutionStore {
  const institutions = openCollection<Institution>(connection, institutionCollection);
  return {
    add: (institution) => institutions.insert(institution),
    byId: (id) => institutions.findOne({ id }),
    all: () => institutions.find({}, { sort: { createdAt: 1, _id: 1 } }),
    change: (id, changed) => institutions.change({ id }, { $set: changed }),
  };
}
