/** Visits in the database; removed soon after their end. They hold names and e-mail addresses no longer than they must. */
import type { Connection } from 'mongoose';
import type { Visit, VisitStore } from '../../domain/courses/visit.js';
import { endsAtExpiresAt, openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { after } from './filter.js';

const fields: FieldsOf<Visit> = {
  browserHash: String,
  platformId: String,
  deploymentId: String,
  courseId: String,
  linkId: String,
  linkTitle: String,
  person: {},
  roles: {},
  locale: String,
  returnUrl: String,
  startedAt: Date,
  expiresAt: Date,
};

export const visitCollection: CollectionDeclaration = {
  name: 'visits',
  fields,
  indexes: [endsAtExpiresAt, { fields: { platformId: 1 } }],
  // a class launches at once
  gathering: 15,
};

export function openVisits(connection: Connection): VisitStore {
  const visits = openCollection<Visit>(connection, visitCollection);
  return {
    add: (visit) => visits.insert(visit),
    byId: (id, at) => visits.findOne({ id, expiresAt: after(at) }),
    endOfPlatform: (platformId) => visits.delete({ platformId }),
  };
}
