/** Which keys signed awards, in the database: what is asked and written when a key was declared compromised. */
import type { AwardStore } from '../../domain/awards/award-store.js';
import type { PublicSigningKey } from '../../domain/institutions/signing-keys.js';
import type { Collection } from './collection.js';
import { isMissing, isThere, oneOf, since, type Filter } from './filter.js';
import { slicesOfIds } from './slices-of-ids.js';
import { toAward, type StoredAward } from './stored-award.js';

type Signatures = Pick<
  AwardStore,
  | 'signedBy'
  | 'countSignedBy'
  | 'signersUnknown'
  | 'countSignersUnknown'
  | 'noteSigners'
  | 'signAgain'
  | 'noteNotSigned'
  | 'notSignedAgain'
  | 'countSignedAgain'
>;

export const signatures = (awards: Collection<StoredAward>): Signatures => ({
  async signedBy(key, most, triedUntil) {
    const some: StoredAward[] = [];
    for (const id of slicesOfIds()) {
      // when they were tried is looked at here: with a second condition the engine uses no index for the ids
      const slice = await awards.find({ ...signedBy(key), id });
      some.push(...slice.filter(({ notSignedAgain }) => !notSignedAgain || notSignedAgain.at <= triedUntil));
      if (some.length >= most) break;
    }
    return some.slice(0, most).map(toAward);
  },
  countSignedBy: (key) => awards.count(signedBy(key)),
  signersUnknown: async (institutionId, most) =>
    (await awards.find(withoutSigners(institutionId), { limit: most })).map(toAward),
  countSignersUnknown: (institutionId) => awards.count(withoutSigners(institutionId)),
  noteSigners: async (id, signedWith) =>
    void (await awards.update({ id, 'signedWith.integrity': isMissing() }, { $set: { signedWith } })),
  signAgain: (id, was, { documents, signedWith, event }) =>
    awards.update(
      { id, 'signedWith.integrity': was.integrity, 'signedWith.rsa': was.rsa },
      {
        $set: { documents, signedWith, signedAgainAt: event.at, notSignedAgain: undefined },
        $push: { history: event },
      },
    ),
  noteNotSigned: async (id, trouble) =>
    void (await awards.update({ id }, { $set: { notSignedAgain: trouble } })),
  async notSignedAgain(institutionId, most) {
    const found = await awards.find(
      { institutionId, 'notSignedAgain.at': isThere() },
      { sort: { _id: 1 }, limit: most, without: ['documents', 'history'] },
    );
    return found.map(({ id }) => id);
  },
  countSignedAgain: (institutionId, at) => awards.count({ institutionId, signedAgainAt: since(at) }),
});

function signedBy({ institutionId, kind, id, multibase }: PublicSigningKey): Filter {
  return kind === 'RSA'
    ? { institutionId, 'signedWith.rsa': id }
    : { institutionId, 'signedWith.integrity': multibase ?? id };
}

const withoutSigners = (institutionId: string): Filter => ({
  institutionId,
  'signedWith.integrity': isMissing(),
  state: oneOf('issued', 'suspended', 'revoked'),
  issuedAt: isThere(),
});
