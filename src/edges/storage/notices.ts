/**
 * Notices in the database: one of an offer or a change, since what names it makes its key. One process takes a notice by a write that
 * expects it free, and goes on by writes that expect its own lease.
 */
import type { Connection } from 'mongoose';
import type { Notice, TakenNotice } from '../../domain/notices/notice.js';
import type { NoticeStops, NoticeStore, NoticeKey } from '../../domain/notices/notice-store.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { notAfter, oneOf, upTo } from './filter.js';
import { keyOf } from './key-of.js';

const fields: FieldsOf<Notice> = {
  microCredentialId: String,
  version: Number,
  courseId: String,
  platformId: String,
  subject: String,
  about: {},
  state: String,
  to: {},
  dueAt: Date,
  tries: Number,
  lease: {},
  createdAt: Date,
  endedAt: Date,
};

const noticeCollection: CollectionDeclaration = {
  name: 'notices',
  fields,
  indexes: [{ fields: { state: 1, dueAt: 1 } }],
};

const stopCollection: CollectionDeclaration = {
  name: 'notice_stops',
  fields: { stoppedAt: Date },
  indexes: [],
};

export const noticeCollections = [noticeCollection, stopCollection];

const idOf = ({ microCredentialId, version, platformId, subject, about }: NoticeKey): string =>
  about
    ? keyOf(about.awardId, about.what, about.at.getTime())
    : keyOf(microCredentialId, version, platformId, subject);

export function openNotices(connection: Connection): NoticeStore {
  const notices = openCollection<Notice>(connection, noticeCollection);
  const mine = ({ id, lease }: TakenNotice) => ({ id, 'lease.holder': lease.holder });
  return {
    async add(notice) {
      await notices.put({ id: idOf(notice) }, { $setOnInsert: { ...notice } });
    },
    due: (at, limit) =>
      notices.find(
        { state: 'due', dueAt: upTo(at), 'lease.until': notAfter(at) },
        { sort: { dueAt: 1 }, limit },
      ),
    async take(id, at, lease) {
      const free = { id, state: 'due', dueAt: upTo(at), 'lease.until': notAfter(at) };
      const taken = await notices.change(free, { $set: { lease } });
      return taken && { ...taken, lease };
    },
    begin: (taken, until) =>
      notices.update({ ...mine(taken), state: 'due' }, { $set: { state: 'sending', 'lease.until': until } }),
    async putOff(taken, dueAt, tries) {
      await notices.update(mine(taken), { $set: { state: 'due', dueAt, tries, lease: undefined } });
    },
    async end(taken, end, at) {
      await notices.update(mine(taken), {
        $set: { state: end, endedAt: at, to: undefined, lease: undefined },
      });
    },
    async endAbandoned(at) {
      const abandoned = { state: 'sending', 'lease.until': upTo(at) };
      const found = await notices.find(abandoned, { limit: 100 });
      const over = { $set: { state: 'unclear', endedAt: at, to: undefined, lease: undefined } };
      const ended = await Promise.all(found.map(({ id }) => notices.update({ id, ...abandoned }, over)));
      return ended.filter(Boolean).length;
    },
    of: async (these) =>
      these.length === 0 ? [] : notices.find({ id: oneOf(...these.map(idOf)) }, { without: ['to', 'lease'] }),
  };
}

export function openNoticeStops(connection: Connection): NoticeStops {
  const stops = openCollection<{ id: string; stoppedAt: Date }>(connection, stopCollection);
  return {
    stop: (key, at) => stops.put({ id: key }, { $setOnInsert: { stoppedAt: at } }),
    resume: async (key) => void (await stops.delete({ id: key })),
    isStopped: async (key) => (await stops.findOne({ id: key })) !== undefined,
  };
}
