/** Which keys signed awards, in the database: what is asked and written when a key was declared compromised. */
import type { AwardStore } from '../../domain/awards/award-store.js';
import type { PublicSigningKey } from '../../domain/institutions/signing-keys.js';
import type { Collection } from './collection.js';
import { isMissing, isThere, oneOf, type Filter } from './filter.js';
import { toAward, type StoredAward } from './stored-award.js';

type Signatures = Pick<
  AwardStore,
  'signedBy' | 'countSignedBy' | 'signersUnknown' | 'countSignersUnknown' | 'noteSigners' | 'signAgain'
>;

export const signatures = (awards: Collection<StoredAward>): Signatures => ({
  signedBy: async (key, most) => (await awards.find(signedBy(key), { limit: most })).map(toAward),
  countSignedBy: (key) => awards.count(signedBy(key)),
  signersUnknown: async (institutionId, most) =>
    (await awards.find(withoutSigners(institutionId), { limit: most })).map(toAward),
  countSignersUnknown: (institutionId) => awards.count(withoutSigners(institutionId)),
  noteSigners: async (id, signedWith) =>
    void (await awards.update({ id, 'signedWith.integrity': isMissing() }, { $set: { signedWith } })),
  signAgain: (id, was, { documents, signedWith, event }) =>
    awards.update(
      { id, 'signedWith.integrity': was.integrity, 'signedWith.rsa': was.rsa },
      { $set: { documents, signedWith, signedAgainAt: event.at }, $push: { history: event } },
    ),
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
