/**
 * One collection of the database, typed: `_id` in it is `id` in the domain, reads are plain objects, filters are checked,
 * trouble is told as Problems. Every write touches one document and says what it expects of it: there are no transactions.
 * docs/decisions/0002-storage-without-transactions.md
 */
import mongoose, { type Connection, type IndexOptions, type SchemaDefinition } from 'mongoose';
import { Problem } from '../../shared/problem.js';
import { castUpdate } from './cast-update.js';
import { toMongo, type Filter } from './filter.js';
import { sentTogether } from './sent-together.js';
import { inStorageTerms, isDuplicate, refusedPlaces } from './storage-trouble.js';

type Stored = { _id: string } & Record<string, unknown>;

interface Put {
  filter: Record<string, unknown>;
  update: Record<string, unknown>;
}

/** Fields of a document; the compiler asks for one entry for each field of T. */
export type FieldsOf<T extends { id: string }> = Record<Exclude<keyof T, 'id'>, SchemaDefinition[string]>;

export interface IndexDeclaration {
  fields: Record<string, 1 | -1>;
  options?: Pick<IndexOptions, 'unique' | 'expireAfterSeconds' | 'partialFilterExpression' | 'sparse'>;
}

/** What lies in a collection, with its indexes; declared beside the port that it serves. */
export interface CollectionDeclaration {
  name: string;
  fields: SchemaDefinition;
  indexes: IndexDeclaration[];
  /** Milliseconds that an insert among many waits for the next ones, to go with them in one command; none unless told. */
  gathering?: number;
}

/** The database removes a document when its `expiresAt` is over, within a minute or so. */
export const endsAtExpiresAt: IndexDeclaration = {
  fields: { expiresAt: 1 },
  options: { expireAfterSeconds: 0 },
};

/** Update operators with values that are already in the domain's shape; undefined in `$set` removes the field. */
export interface Update {
  $set?: Record<string, unknown>;
  $setOnInsert?: Record<string, unknown>;
  $unset?: Record<string, 1>;
  $inc?: Record<string, number>;
  $min?: Record<string, unknown>;
  $max?: Record<string, unknown>;
  $push?: Record<string, unknown>;
}

export interface FindOptions {
  sort?: Record<string, 1 | -1>;
  limit?: number;
  /** Fields that are not read. */
  without?: string[];
}

export interface Collection<T extends { id: string }> {
  /** @throws Problem duplicate */
  insert(thing: T): Promise<void>;
  find(filter: Filter, options?: FindOptions): Promise<T[]>;
  findOne(filter: Filter, options?: Omit<FindOptions, 'limit'>): Promise<T | undefined>;
  /** For what has been put before and is never deleted. @throws Problem unexpected when there is none */
  get(filter: Filter): Promise<T>;
  /** Counts up to `limit`. */
  count(filter: Filter, limit?: number): Promise<number>;
  /** True when a document matched. @throws Problem duplicate */
  update(filter: Filter, update: Update): Promise<boolean>;
  /** The document as it is afterwards; undefined when none matched. @throws Problem duplicate */
  change(filter: Filter, update: Update): Promise<T | undefined>;
  /** Changes or makes the one document of the filter's unique key; two who do it at once make one. */
  put(filter: Filter, update: Update): Promise<void>;
  delete(filter: Filter): Promise<number>;
}

/** Two callers that insert at once: the loser updates what the winner made; more rounds than that mean something else. */
const putRounds = 5;

export function openCollection<T extends { id: string }>(
  connection: Connection,
  declaration: CollectionDeclaration,
): Collection<T> {
  const schema = new mongoose.Schema(
    { _id: String, ...declaration.fields },
    { strict: 'throw', minimize: false, versionKey: false, id: false, autoIndex: false },
  );
  const model = connection.model<Stored>(declaration.name, schema as never, declaration.name);

  // Reads, inserts and puts go past mongoose, which costs more than twice the driver: `stored` checks filters, `cast` values.
  const driver = (): mongoose.mongo.Collection<Stored> => {
    if (!connection.db) throw new Problem('storage-unavailable', { detail: 'not connected' });
    return connection.db.collection<Stored>(declaration.name);
  };

  const cast = <Fields extends Record<string, unknown>>(fields: Fields): Fields => {
    const unknown = Object.keys(fields).find((field) => field !== '_id' && !(field in declaration.fields));
    if (unknown) throw new Problem('unexpected', { detail: `${declaration.name} has no field ${unknown}` });
    return model.castObject(fields) as Fields;
  };

  const insert = sentTogether<Stored>(
    {
      alone: async (document) => {
        await inStorageTerms(() => driver().insertOne(document as never));
      },
      together: (documents) =>
        refusedPlaces(documents.length, () => driver().insertMany(documents, { ordered: false })),
    },
    declaration.gathering,
  );

  const put = sentTogether<Put>({
    alone: async ({ filter, update }) => {
      for (let round = 1; ; round += 1) {
        try {
          // the document is not asked for: in such a race the embedded engine writes it and answers with none
          await inStorageTerms(() => driver().updateOne(filter, update, { upsert: true }));
          return;
        } catch (error) {
          if (!isDuplicate(error) || round === putRounds) throw error;
        }
      }
    },
    together: (puts) =>
      refusedPlaces(puts.length, () =>
        driver().bulkWrite(
          puts.map((one) => ({ updateOne: { ...one, upsert: true } })),
          { ordered: false },
        ),
      ),
  });

  const collection: Collection<T> = {
    // both are checked before they meet others: what is wrong with one is its own
    insert: (thing) => inStorageTerms(async () => insert(cast(toStored(thing)))),
    async find(filter, { sort, limit, without = [] } = {}) {
      const found = await inStorageTerms(() =>
        driver()
          .find(stored(filter), { sort, limit, projection: projection(without) })
          .toArray(),
      );
      return found.map((document) => fromStored<T>(document));
    },
    async findOne(filter, { sort, without = [] } = {}) {
      const found = await inStorageTerms(() =>
        driver().findOne(stored(filter), { sort, projection: projection(without) }),
      );
      return found ? fromStored<T>(found) : undefined;
    },
    async get(filter) {
      const found = await collection.findOne(filter);
      if (found) return found;
      throw new Problem('unexpected', {
        detail: `a document of ${declaration.name} that was put is not there`,
      });
    },
    count(filter, limit) {
      return inStorageTerms(() =>
        model.countDocuments(stored(filter), limit === undefined ? {} : { limit }).exec(),
      );
    },
    async update(filter, update) {
      const result = await inStorageTerms(() =>
        model.updateOne(stored(filter), withoutUndefined(update)).exec(),
      );
      return result.matchedCount === 1;
    },
    async change(filter, update) {
      const found = await inStorageTerms(() =>
        model
          .findOneAndUpdate(stored(filter), withoutUndefined(update), { returnDocument: 'after' })
          .lean<Stored | null>()
          .exec(),
      );
      return found ? fromStored<T>(found) : undefined;
    },
    put: (filter, update) =>
      inStorageTerms(async () =>
        put({ filter: stored(filter), update: castUpdate(withoutUndefined(update), cast) }),
      ),
    async delete(filter) {
      return (await inStorageTerms(() => model.deleteMany(stored(filter)).exec())).deletedCount;
    },
  };
  return collection;
}

/** `id` in a filter is the document's `_id`. */
function stored(filter: Filter): Record<string, unknown> {
  const { id, ...rest } = filter;
  return toMongo(id === undefined && !('id' in filter) ? rest : ({ _id: id, ...rest } as Filter));
}

function projection(without: string[]): Record<string, 0> {
  return Object.fromEntries(without.map((field) => [field, 0 as const]));
}

function toStored({ id, ...rest }: { id: string }): Stored {
  return { _id: id, ...rest };
}

function fromStored<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as T;
}

/** Fields set to undefined are removed: the database would keep null. Empty operators are left out. */
function withoutUndefined(update: Update): Record<string, unknown> {
  const set = Object.entries(update.$set ?? {});
  const removed = set.filter(([, value]) => value === undefined).map(([field]) => [field, 1] as const);
  const $set = Object.fromEntries(set.filter(([, value]) => value !== undefined));
  const whole = { ...update, $set, $unset: { ...update.$unset, ...Object.fromEntries(removed) } };
  return Object.fromEntries(Object.entries(whole).filter(([, fields]) => Object.keys(fields).length > 0));
}
