/** Micro-credentials in the database: draft and frozen versions in one document, changed only from the revision that was read. */
import type { Connection } from 'mongoose';
import type { MicroCredentialStore } from '../../domain/micro-credentials/micro-credential-store.js';
import type { MicroCredential } from '../../domain/micro-credentials/micro-credential.js';
import { offeredNow } from '../../domain/micro-credentials/offered-now.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { isMissing, isNot, isThere } from './filter.js';

const fields: FieldsOf<MicroCredential> = {
  institutionId: String,
  courseId: String,
  linkId: String,
  draft: {},
  versions: {},
  retiredAt: Date,
  writeBack: {},
  offering: {},
  revision: Number,
  createdAt: Date,
};

export const microCredentialCollection: CollectionDeclaration = {
  name: 'micro_credentials',
  fields,
  indexes: [
    { fields: { courseId: 1, linkId: 1 }, options: { unique: true } },
    { fields: { institutionId: 1, createdAt: -1 } },
  ],
};

/** The long parts of a document, which no list shows. */
const untold = [
  'draft',
  ...['description', 'outcomes', 'assessments', 'rule'].map((part) => `versions.definition.${part}`),
];

export function openMicroCredentials(connection: Connection): MicroCredentialStore {
  const microCredentials = openCollection<MicroCredential>(connection, microCredentialCollection);
  const $inc = { revision: 1 };
  return {
    add: (microCredential) => microCredentials.insert(microCredential),
    byId: (id) => microCredentials.findOne({ id }),
    ofLink: (courseId, linkId) => microCredentials.findOne({ courseId, linkId }),
    ofCourse: (courseId) => microCredentials.find({ courseId }, { sort: { _id: 1 } }),
    async offeredBy(institutionId, limit) {
      const found = await microCredentials.find(
        { institutionId, 'versions.0': isThere(), retiredAt: isMissing() },
        { sort: { createdAt: -1, _id: 1 }, limit, without: untold },
      );
      return found.flatMap((one) => offeredNow(one) ?? []);
    },
    saveDraft: (id, revision, draft) => microCredentials.change({ id, revision }, { $set: { draft }, $inc }),
    discardDraft: (id, revision) => microCredentials.change({ id, revision }, { $unset: { draft: 1 }, $inc }),
    setWriteBack: (id, revision, writeBack) =>
      microCredentials.change({ id, revision }, { $set: { writeBack }, $inc }),
    setOffering: (id, revision, offering, retiredAt) =>
      microCredentials.change({ id, revision }, { $set: { offering, retiredAt }, $inc }),
    publish: (id, revision, version) =>
      microCredentials.change(
        // a number is given once, whatever the caller counted
        { id, revision, 'versions.number': isNot(version.number) },
        { $push: { versions: version }, $unset: { draft: 1 }, $inc },
      ),
  };
}
