/**
 * The administrator in the database: one document with the password's hash and the set-up token's, one a session, one a failed
 * sign-in. Failures are documents and not a counter, so that many at once do not wait for each other.
 */
import type { Connection } from 'mongoose';
import type { AdministratorStore } from '../../domain/institutions/administrator.js';
import { randomId } from '../../shared/ids.js';
import { endsAtExpiresAt, openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { after, isMissing } from './filter.js';
import { keyOf } from './key-of.js';
import { isDuplicate } from './storage-trouble.js';

interface Administrator {
  id: string;
  passwordHash?: string;
  setUpToken?: { hash: string; expiresAt: Date };
}
interface Session {
  /** SHA-256 of the secret in the browser's cookie. */
  id: string;
  expiresAt: Date;
}
interface Failure {
  id: string;
  /** SHA-256 of who tried: the address itself is not kept. */
  source: string;
  at: Date;
  expiresAt: Date;
}

const administratorFields: FieldsOf<Administrator> = { passwordHash: String, setUpToken: {} };
const sessionFields: FieldsOf<Session> = { expiresAt: Date };
const failureFields: FieldsOf<Failure> = { source: String, at: Date, expiresAt: Date };

const administratorCollection: CollectionDeclaration = {
  name: 'administrators',
  fields: administratorFields,
  indexes: [],
};
const sessionCollection: CollectionDeclaration = {
  name: 'administrator_sessions',
  fields: sessionFields,
  indexes: [endsAtExpiresAt],
};
const failureCollection: CollectionDeclaration = {
  name: 'sign_in_failures',
  fields: failureFields,
  indexes: [{ fields: { source: 1, at: 1 } }, endsAtExpiresAt],
};

export const administratorCollections = [administratorCollection, sessionCollection, failureCollection];

const id = 'administrator';
/** Failures of one source beyond this are not written down any more: a flood must not fill the database. */
const mostFailures = 500;

export function openAdministrators(connection: Connection): AdministratorStore {
  const administrators = openCollection<Administrator>(connection, administratorCollection);
  const sessions = openCollection<Session>(connection, sessionCollection);
  const failures = openCollection<Failure>(connection, failureCollection);
  const tokenFilter = (hash: string, at: Date) => ({
    id,
    'setUpToken.hash': hash,
    'setUpToken.expiresAt': after(at),
  });
  return {
    passwordHash: async () => (await administrators.findOne({ id }))?.passwordHash,
    async setFirstPassword(passwordHash) {
      try {
        await administrators.insert({ id, passwordHash });
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return administrators.update({ id, passwordHash: isMissing() }, { $set: { passwordHash } });
      }
    },
    setPassword: async (passwordHash) => void (await administrators.put({ id }, { $set: { passwordHash } })),
    async setSetUpToken(hash, expiresAt) {
      await administrators.put({ id }, { $set: { setUpToken: { hash, expiresAt } } });
    },
    isSetUpToken: async (hash, at) => (await administrators.count(tokenFilter(hash, at), 1)) === 1,
    takeSetUpToken: (hash, at) => administrators.update(tokenFilter(hash, at), { $unset: { setUpToken: 1 } }),
    addSession: (idHash, expiresAt) => sessions.insert({ id: idHash, expiresAt }),
    hasSession: async (idHash, at) => (await sessions.count({ id: idHash, expiresAt: after(at) }, 1)) === 1,
    endSession: async (idHash) => void (await sessions.delete({ id: idHash })),
    endAllSessions: async () => void (await sessions.delete({})),
    async countFailure(from, windowSeconds, at) {
      const source = keyOf(from);
      const inWindow = { source, at: after(new Date(at.getTime() - windowSeconds * 1000)) };
      const soFar = await failures.count(inWindow, mostFailures);
      if (soFar >= mostFailures) return soFar + 1;
      const expiresAt = new Date(at.getTime() + windowSeconds * 1000);
      await failures.insert({ id: randomId(), source, at, expiresAt });
      // counted again: of many at once each sees itself and those before it, never fewer
      return failures.count(inWindow, mostFailures);
    },
    clearFailures: async (from) => void (await failures.delete({ source: keyOf(from) })),
  };
}
