/** Tallies of messages in the database: one document for each day and what is counted, removed two days after it began. */
import type { Connection } from 'mongoose';
import type { MailTallies, MailTally } from '../../domain/notices/mail-tallies.js';
import { endsAtExpiresAt, openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { lessThan } from './filter.js';

interface Stored {
  id: string;
  messages: number;
  expiresAt: Date;
}

const fields: FieldsOf<Stored> = { messages: Number, expiresAt: Date };

export const mailTallyCollection: CollectionDeclaration = {
  name: 'mail_tallies',
  fields,
  indexes: [endsAtExpiresAt],
};

const twoDaysMs = 2 * 86_400_000;
const idOf = ({ of, day }: MailTally): string => `${day} ${of}`;

export function openMailTallies(connection: Connection): MailTallies {
  const tallies = openCollection<Stored>(connection, mailTallyCollection);
  return {
    async take(tally, most) {
      const expiresAt = new Date(Date.parse(tally.day) + twoDaysMs);
      await tallies.put({ id: idOf(tally) }, { $setOnInsert: { messages: 0, expiresAt } });
      return tallies.update({ id: idOf(tally), messages: lessThan(most) }, { $inc: { messages: 1 } });
    },
    async giveBack(tally) {
      await tallies.update({ id: idOf(tally) }, { $inc: { messages: -1 } });
    },
  };
}
