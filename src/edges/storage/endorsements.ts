/** Endorsements in the database. A move names the states it starts from, so that of two at once one succeeds. */
import type { Connection } from 'mongoose';
import type { EndorsedThing, Endorsement } from '../../domain/endorsements/endorsement.js';
import type { EndorsementStore } from '../../domain/endorsements/endorsement-store.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { isMissing, isThere, notAfter, oneOf, type Filter } from './filter.js';

const fields: FieldsOf<Endorsement> = {
  institutionId: String,
  microCredentialId: String,
  version: Number,
  courseId: String,
  invitedBy: String,
  invitedIn: String,
  invited: String,
  invitedAt: Date,
  expiresAt: Date,
  linkHash: String,
  state: String,
  openedAt: Date,
  said: {},
  confirmation: {},
  confirmed: {},
  acceptedAt: Date,
  document: String,
  signedWith: String,
  notSignedAgain: {},
  isCarried: Boolean,
  endedAt: Date,
};

export const endorsementCollection: CollectionDeclaration = {
  name: 'endorsements',
  fields,
  indexes: [
    { fields: { linkHash: 1 }, options: { unique: true } },
    { fields: { 'confirmation.hash': 1 } },
    { fields: { institutionId: 1, microCredentialId: 1, version: 1 } },
    { fields: { microCredentialId: 1 } },
    { fields: { institutionId: 1, signedWith: 1 } },
  ],
};

export function openEndorsements(connection: Connection): EndorsementStore {
  const endorsements = openCollection<Endorsement>(connection, endorsementCollection);
  const sort = { invitedAt: -1, _id: 1 } as const;
  return {
    add: (endorsement) => endorsements.insert(endorsement),
    byId: (id) => endorsements.findOne({ id }),
    byLink: (linkHash) => endorsements.findOne({ linkHash }),
    byConfirmation: (hash) => endorsements.findOne({ 'confirmation.hash': hash }),
    about: (thing) => endorsements.find(aboutThing(thing), { sort }),
    ofMicroCredential: (microCredentialId) => endorsements.find({ microCredentialId }, { sort }),
    async withdrawnOf(institutionId) {
      const gone = { institutionId, state: 'withdrawn', acceptedAt: isThere() };
      const found = await endorsements.find(gone, { sort, without: ['said', 'confirmation'] });
      return found.map(({ id }) => id);
    },
    signedWith: (institutionId, key, limit, triedUntil) =>
      endorsements.find(
        { ...signedBy(institutionId, key), 'notSignedAgain.at': notAfter(triedUntil) },
        { sort: { _id: 1 }, limit },
      ),
    countSignedWith: (institutionId, key) => endorsements.count(signedBy(institutionId, key)),
    async notSignedAgain(institutionId, limit) {
      const troubled = { institutionId, state: shown, 'notSignedAgain.at': isThere() };
      const found = await endorsements.find(troubled, { sort: { _id: 1 }, limit, without: ['said'] });
      return found.map(({ id }) => id);
    },
    move: (id, from, change, only) =>
      endorsements.change(
        {
          id,
          state: oneOf(...from),
          ...(only && { 'confirmation.hash': only.confirmation?.hash ?? isMissing() }),
        },
        { $set: { ...change } },
      ),
  };
}

const shown = oneOf('accepted', 'hidden');

const signedBy = (institutionId: string, signedWith: string): Filter => ({
  institutionId,
  signedWith,
  state: shown,
});

function aboutThing({ institutionId, microCredentialId, version }: EndorsedThing): Filter {
  return {
    institutionId,
    microCredentialId: microCredentialId ?? isMissing(),
    version: version ?? isMissing(),
  };
}
