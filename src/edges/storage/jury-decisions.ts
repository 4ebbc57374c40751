/** Decisions of juries in the database: one document a learner and version, its history inside. */
import type { Connection } from 'mongoose';
import type { JuryDecision, JuryDecisionStore } from '../../domain/evidence/jury-decision-store.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { keyOf } from './key-of.js';

type Stored = JuryDecision & { id: string };

const fields: FieldsOf<Stored> = {
  microCredentialId: String,
  version: Number,
  platformId: String,
  subject: String,
  state: String,
  portfolio: String,
  attachments: {},
  examiners: {},
  mayBeNamed: Boolean,
  decidedOn: String,
  reasons: String,
  recordedBy: {},
  at: Date,
  history: {},
};

/** `_id` is made of micro-credential, version, platform and subject. */
export const juryDecisionCollection: CollectionDeclaration = {
  name: 'jury_decisions',
  fields,
  indexes: [{ fields: { microCredentialId: 1, version: 1 } }],
};

export function openJuryDecisions(connection: Connection): JuryDecisionStore {
  const decisions = openCollection<Stored>(connection, juryDecisionCollection);
  return {
    async record(decision) {
      const { microCredentialId, version, platformId, subject, ...word } = decision;
      await decisions.put(
        { id: keyOf(microCredentialId, version, platformId, subject) },
        { $set: decision, $push: { history: word } },
      );
    },
    async of(microCredentialId, version, platformId, subject) {
      const found = await decisions.findOne({ id: keyOf(microCredentialId, version, platformId, subject) });
      return found && toDecision(found);
    },
    async all(microCredentialId, version) {
      const found = await decisions.find({ microCredentialId, version }, { sort: { _id: 1 } });
      return found.map(toDecision);
    },
  };
}

function toDecision({ id: _id, ...decision }: Stored): JuryDecision {
  return decision;
}
