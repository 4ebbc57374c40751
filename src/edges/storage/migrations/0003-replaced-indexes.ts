/**
 * Removes indexes of awards in whose place others came. Each of those is made first and has all that an older replica, which is still
 * running, asks of the one before: it begins with the same fields. None of them is unique, so that no rule rests on them; an older
 * replica that starts again makes them again, which does no harm.
 */
import type { Migration } from './migration.js';

const replaced = [
  {
    old: 'correction.pending_1',
    by: { 'correction.pending': 1, 'correction.number': 1 },
    options: { sparse: true },
  },
  {
    old: 'statusPlace.listId_1_state_1',
    by: { 'statusPlace.listId': 1, state: 1, 'statusPlace.index': 1 },
  },
  {
    old: 'institutionId_1_signedWith.rsa_1',
    by: { institutionId: 1, 'signedWith.rsa': 1, _id: 1 },
  },
] as const;

export const replacedIndexes: Migration = {
  number: 3,
  name: 'replaced indexes',
  async up(connection) {
    const awards = connection.collection('awards');
    for (const { by, ...rest } of replaced)
      await awards.createIndex(by, 'options' in rest ? rest.options : {});
    const there = await awards.indexes();
    for (const { old } of replaced) if (there.some(({ name }) => name === old)) await awards.dropIndex(old);
  },
};
