/**
 * Awards in the database. What may happen once is guarded by unique keys and by the state in the filter of one write, so that
 * double clicks, replicas and crashes give one award, one e-mail address, one status place.
 */
import type { Connection } from 'mongoose';
import type { AwardStore } from '../../domain/awards/award-store.js';
import type { Award } from '../../domain/awards/award.js';
import { signatures } from './award-signatures.js';
import { fallenAwards } from './fallen-awards.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { isMissing, isNot, isThere, oneOf, textAfter, type Filter } from './filter.js';
import { heavyFields as heavy, toAward, type StoredAward as Stored } from './stored-award.js';
import { isDuplicate, isDuplicateOf } from './storage-trouble.js';

const fields: FieldsOf<Stored> = {
  institutionId: String,
  microCredentialId: String,
  version: Number,
  courseId: String,
  platformId: String,
  subject: String,
  lmsName: String,
  state: String,
  offeredAt: Date,
  basis: {},
  issuedAt: Date,
  claimBasis: {},
  expiresAt: Date,
  recipient: {},
  grade: {},
  outcomeGrades: {},
  consentAt: Date,
  statusPlace: {},
  documents: {},
  signedWith: {},
  signedAgainAt: Date,
  notSignedAgain: {},
  revokedAt: Date,
  revocationReason: String,
  holdsBack: Boolean,
  suspension: {},
  suspensionWrites: Number,
  supersededBy: String,
  correction: {},
  public: Boolean,
  stateChangedAt: Date,
  missing: {},
  review: {},
  reviewWrites: Number,
  written: {},
  history: {},
};

/** `expiresAt` is a date in the credential: no index of it removes anything here. */
export const awardCollection: CollectionDeclaration = {
  name: 'awards',
  fields,
  indexes: [
    {
      fields: { microCredentialId: 1, platformId: 1, subject: 1, version: 1, 'correction.number': 1 },
      options: { unique: true },
    },
    {
      fields: { microCredentialId: 1, platformId: 1, subject: 1, 'correction.number': 1 },
      options: { unique: true, partialFilterExpression: { 'correction.number': { $exists: true } } },
    },
    // not a partial one: those find nothing in the engine
    { fields: { 'correction.pending': 1, 'correction.number': 1 }, options: { sparse: true } },
    {
      fields: { microCredentialId: 1, version: 1, 'recipient.emailKey': 1 },
      options: { unique: true, partialFilterExpression: { 'recipient.emailKey': { $exists: true } } },
    },
    { fields: { microCredentialId: 1, 'recipient.emailKey': 1, version: 1 } }, // partial ones find nothing in the engine
    {
      fields: { 'statusPlace.listId': 1, 'statusPlace.pair': 1 },
      options: { unique: true, partialFilterExpression: { 'statusPlace.pair': { $exists: true } } },
    },
    { fields: { 'statusPlace.listId': 1, state: 1, 'statusPlace.index': 1 } },
    {
      fields: { 'statusPlace.listId': 1, suspensionWrites: 1 },
      options: { partialFilterExpression: { suspensionWrites: { $exists: true } } },
    },
    { fields: { suspensionWrites: 1 }, options: { sparse: true } }, // for the engine
    { fields: { institutionId: 1, state: 1 } },
    { fields: { institutionId: 1, 'signedWith.integrity': 1, state: 1 } },
    { fields: { institutionId: 1, 'signedWith.integrity': 1, _id: 1 } },
    { fields: { institutionId: 1, 'signedWith.rsa': 1, _id: 1 } },
    { fields: { institutionId: 1, _id: 1 } },
    { fields: { platformId: 1, subject: 1, institutionId: 1 } },
    {
      fields: { microCredentialId: 1, 'review.state': 1 },
      options: { partialFilterExpression: { 'review.state': { $exists: true } } },
    },
    { fields: { 'review.state': 1 }, options: { sparse: true } }, // for the engine
  ],
};

export function openAwards(connection: Connection): AwardStore {
  const awards = openCollection<Stored>(connection, awardCollection);

  async function one(found: Promise<Stored | undefined>): Promise<Award | undefined> {
    const award = await found;
    return award && toAward(award);
  }

  return {
    async offer(award) {
      const { microCredentialId, version, platformId, subject, correction } = award;
      const number = 'correction.number';
      const key: Filter = correction ? { [number]: correction.number } : { version, [number]: isMissing() };
      try {
        await awards.insert(award);
        return award;
      } catch (error) {
        const held = isDuplicate(error)
          ? await awards.findOne({ microCredentialId, platformId, subject, ...key })
          : undefined;
        if (!held) throw error;
        return toAward(held);
      }
    },
    byId: (id) => one(awards.findOne({ id })),
    ofLearner: (microCredentialId, version, platformId, subject) =>
      one(
        awards.findOne({
          microCredentialId,
          version,
          platformId,
          subject,
          'correction.number': isMissing(),
        }),
      ),
    async ofMicroCredential(microCredentialId) {
      const found = await awards.find({ microCredentialId }, { sort: { _id: 1 }, without: ['documents'] });
      return found.map(toAward);
    },
    async ofLearnerAllVersions(microCredentialId, platformId, subject) {
      const found = await awards.find(
        { microCredentialId, platformId, subject },
        { sort: { version: -1, 'correction.number': -1 } },
      );
      return found.map(toAward);
    },
    async standingOf(institutionId, platformId, subject) {
      // without the state, with which the engine finds no index that has all of it: the awards of one learner are few
      const found = await awards.find(
        { institutionId, platformId, subject },
        { sort: { issuedAt: -1, _id: -1 } },
      );
      return found.filter(({ state }) => state === 'issued').map(toAward);
    },
    issuedToEmail: (microCredentialId, version, emailKey) =>
      one(awards.findOne({ microCredentialId, version, 'recipient.emailKey': emailKey })),
    async issue(id, { event, statusPlace, ...issue }) {
      const { listId, index } = statusPlace;
      try {
        const issued = await awards.update(
          { id, state: 'offered' },
          {
            $set: {
              ...issue,
              statusPlace: { listId, index, pair: Math.min(index, index ^ 7) },
              state: 'issued',
              stateChangedAt: issue.issuedAt,
            },
            $push: { history: event },
          },
        );
        return issued ? 'issued' : 'not-offered';
      } catch (error) {
        if (isDuplicateOf(error, 'recipient.emailKey')) return 'email-used';
        if (isDuplicateOf(error, 'statusPlace.pair')) return 'place-taken';
        throw error;
      }
    },
    async revoke(id, at, reason, event, holdsBack) {
      const standing = { id, state: oneOf('offered', 'issued', 'suspended') };
      const emailFrom = 'recipient.emailFrom';
      const change = {
        $set: {
          state: 'revoked',
          revokedAt: at,
          revocationReason: reason,
          ...(holdsBack && { holdsBack }),
          stateChangedAt: at,
        },
        $unset: { suspension: 1 },
        $push: { history: event },
      } as const;
      // in this order: an offer that is claimed between the two writes is met by the second
      return (
        (await awards.update({ ...standing, [emailFrom]: isNot('learner') }, change)) ||
        (await awards.update(
          { ...standing, [emailFrom]: 'learner' },
          { ...change, $unset: { ...change.$unset, 'recipient.emailKey': 1 } },
        ))
      );
    },
    supersede: (id, { awardId, at, reason, event, freesEmail }) =>
      awards.update(
        { id, state: oneOf('issued', 'suspended') },
        {
          $set: {
            state: 'revoked',
            revokedAt: at,
            revocationReason: reason,
            supersededBy: awardId,
            stateChangedAt: at,
          },
          $unset: { suspension: 1, ...(freesEmail && { 'recipient.emailKey': 1 as const }) },
          $push: { history: event },
        },
      ),
    suspend: (id, at, reason, event) =>
      awards.update(
        { id, state: 'issued' },
        {
          $set: { state: 'suspended', suspension: { at, reason }, stateChangedAt: at },
          $inc: { suspensionWrites: 1 },
          $push: { history: event },
        },
      ),
    resume: (id, at, event) =>
      awards.update(
        { id, state: 'suspended' },
        {
          $set: { state: 'issued', stateChangedAt: at },
          $unset: { suspension: 1 },
          $inc: { suspensionWrites: 1 },
          $push: { history: event },
        },
      ),
    async pendingCorrections() {
      const found = await awards.find(
        { 'correction.pending': true, issuedAt: isThere() },
        { limit: 100, without: ['documents'] },
      );
      return found.map(toAward);
    },
    endCorrection: async (id) => void (await awards.update({ id }, { $unset: { 'correction.pending': 1 } })),
    writeReview: (id, writes, { missing, review, event }) =>
      awards.update(
        { id, state: oneOf('offered', 'issued'), reviewWrites: writes ?? isMissing() },
        {
          $set: { missing, review, reviewWrites: (writes ?? 0) + 1 },
          ...(event && { $push: { history: event } }),
        },
      ),
    countOpenReviews: (microCredentialId) =>
      // the rarest first: the engine takes the first that begins an index
      awards.count({ 'review.state': 'open', microCredentialId, state: oneOf('offered', 'issued') }),
    noteWritten: async (id, written) => void (await awards.update({ id }, { $set: { written } })),
    ...signatures(awards),
    async publishedIds(institutionId, after, most) {
      const issued = { institutionId, issuedAt: isThere(), ...(after && { id: textAfter(after) }) };
      const found = await awards.find(issued, { sort: { _id: 1 }, limit: most, without: heavy });
      return found.map(({ id }) => id);
    },
    async setPublic(id, isPublic, event) {
      const change = { $set: { public: isPublic }, $push: { history: event } };
      if (await awards.update({ id, public: isNot(isPublic) }, change)) return true;
      // as it should be already: a second click leaves no second event
      return (await awards.count({ id }, 1)) === 1;
    },
    ...fallenAwards(awards),
  };
}
