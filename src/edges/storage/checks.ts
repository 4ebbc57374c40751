/**
 * Checks in the database. One process takes a check by a write that expects it free, and settles it by a write that expects its own
 * lease; who asks meanwhile goes another number up. One index serves the question that each process asks all the time.
 */
import type { Connection } from 'mongoose';
import type { CheckStore } from '../../domain/checks/check-store.js';
import type { CheckSubject, CourseCheck, TakenCheck } from '../../domain/checks/course-check.js';
import { newCheck } from '../../domain/checks/new-check.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { noneOf, notAfter, upTo } from './filter.js';
import { keyOf } from './key-of.js';

const fields: FieldsOf<CourseCheck> = {
  microCredentialId: String,
  version: Number,
  courseId: String,
  platformId: String,
  state: String,
  dueAt: Date,
  interval: Number,
  tries: Number,
  doubts: Number,
  trouble: String,
  lookedAt: Date,
  seen: {},
  asked: Number,
  lease: {},
  createdAt: Date,
};

/** `_id` is made of micro-credential and version. */
export const checkCollection: CollectionDeclaration = {
  name: 'course_checks',
  fields,
  indexes: [{ fields: { state: 1, dueAt: 1 } }, { fields: { courseId: 1 } }],
};

export function openChecks(connection: Connection): CheckStore {
  const checks = openCollection<CourseCheck>(connection, checkCollection);
  const idOf = ({ microCredentialId, version }: Pick<CheckSubject, 'microCredentialId' | 'version'>) =>
    keyOf(microCredentialId, version);
  const mine = ({ id, lease }: TakenCheck) => ({ id, 'lease.holder': lease.holder });
  const asked = { $inc: { asked: 1 } };
  const anew = (at: Date) => ({ state: 'waiting', dueAt: at, tries: 0, trouble: undefined });

  return {
    async ask(subject, at) {
      const id = idOf(subject);
      if (await checks.update({ id, state: 'waiting', tries: 0 }, { $min: { dueAt: at }, ...asked })) return;
      // two who make it at once make one, and it is due
      await checks.put({ id }, { $setOnInsert: { ...subject, ...newCheck(at) } });
    },
    async askAnew(subject, at) {
      const { interval, doubts, createdAt } = newCheck(at);
      await checks.put(
        { id: idOf(subject) },
        { $set: anew(at), ...asked, $setOnInsert: { ...subject, interval, doubts, createdAt } },
      );
    },
    runAgain: (id, at) => checks.update({ id }, { $set: anew(at), ...asked }),
    due: (at, limit, without) =>
      checks.find(
        {
          state: 'waiting',
          dueAt: upTo(at),
          'lease.until': notAfter(at),
          ...(without.length > 0 && { platformId: noneOf(...without) }),
        },
        { sort: { dueAt: 1 }, limit, without: ['seen'] },
      ),
    async take(id, at, lease) {
      const free = { id, state: 'waiting', dueAt: upTo(at), 'lease.until': notAfter(at) };
      const taken = await checks.change(free, { $set: { lease } });
      return taken && { ...taken, lease };
    },
    hold: (taken, until) => checks.update(mine(taken), { $set: { 'lease.until': until } }),
    async settle(taken, { state, dueAt, tries, ...standing }) {
      // what it leaves out is over
      const seen = { trouble: undefined, lookedAt: undefined, seen: undefined, ...standing };
      const unasked = { ...mine(taken), asked: taken.asked };
      const over = { $unset: { lease: 1 as const } };
      // asked for meanwhile: what the asking has set stays, and that is due
      return (
        (await checks.update(unasked, { $set: { ...seen, state, dueAt, tries }, ...over })) ||
        (await checks.update(mine(taken), { $set: seen, ...over }))
      );
    },
    release: async (taken) => void (await checks.update(mine(taken), { $unset: { lease: 1 } })),
    end: async (taken) => void (await checks.delete(mine(taken))),
    of: (microCredentialId, version) => checks.findOne({ id: idOf({ microCredentialId, version }) }),
    ofCourse: (courseId) => checks.find({ courseId }, { sort: { _id: 1 }, without: ['seen'] }),
    stopped: (limit) =>
      checks.find({ state: 'stopped' }, { sort: { dueAt: -1, _id: 1 }, limit, without: ['seen'] }),
  };
}
