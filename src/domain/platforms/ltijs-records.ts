/**
 * Port: generic storage for what the LTI library keeps through src/lti/ltijs/ltijs-store.ts: the tool's keys and service tokens.
 * Texts only: an implementation never sees an operator, and `content` is sealed before it comes here where it is secret.
 */

export type LtijsCollection = 'toolkey' | 'publickey' | 'privatekey' | 'accesstoken';

/** The fields that make a record of a collection unique (a unique index where the store has indexes). */
export const ltijsIdentity: Readonly<Record<LtijsCollection, readonly string[]>> = {
  toolkey: ['slot'],
  publickey: ['kid'],
  privatekey: ['kid'],
  accesstoken: ['platformUrl', 'clientId', 'scopes'],
};

export interface LtijsRecord {
  /** What queries compare, by equality; always holds the collection's identity fields. */
  fields: Record<string, string>;
  /** Opaque text. */
  content: string;
  createdAt: Date;
  /** May be removed by the store any time after this. */
  expiresAt?: Date;
}

/** Field values that must all be equal; {} matches every record of the collection. */
export type LtijsQuery = Readonly<Record<string, string>>;

export interface LtijsRecords {
  get(collection: LtijsCollection, query: LtijsQuery): Promise<LtijsRecord[]>;
  /** @throws Problem duplicate when a record with the same identity exists. */
  insert(collection: LtijsCollection, record: LtijsRecord): Promise<void>;
  /** Puts the record in the place of the one with the same identity, or adds it; safe when two replicas race. */
  replace(collection: LtijsCollection, record: LtijsRecord): Promise<void>;
  /** Removes all that match; the number removed. */
  delete(collection: LtijsCollection, query: LtijsQuery): Promise<number>;
}
