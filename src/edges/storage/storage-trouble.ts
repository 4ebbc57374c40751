/** What the database and its library throw, told as Problems. Nothing of a document, an address or a password is in them. */
import mongoose from 'mongoose';
import { Problem } from '../../shared/problem.js';

const duplicateKey = 11000;
const tooLargeCodes = [10334, 17419, 17420];

/**
 * duplicate (facts.key: the fields of the unique key that was hit), storage-unavailable, request-too-large (a document over
 * the 16 MB of MongoDB), unexpected (a value that has not the type of its field). A Problem stays what it is.
 */
export function storageProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof mongoose.mongo.MongoServerError) {
    if (error.code === duplicateKey) {
      return new Problem('duplicate', { facts: { key: keyOf(error) } });
    }
    if (typeof error.code === 'number' && tooLargeCodes.includes(error.code)) return tooLarge(error);
  }
  if (neverSent(error)) {
    // for the driver a document over the limit is an argument, too
    return error.name !== 'MongoInvalidArgumentError' || /larger than/.test(error.message)
      ? tooLarge(error)
      : new Problem('unexpected', { detail: error.name, cause: error });
  }
  if (error instanceof mongoose.mongo.MongoError) {
    return new Problem('storage-unavailable', { detail: error.name, cause: error });
  }
  if (error instanceof Error && error.name === 'MongooseServerSelectionError') {
    return new Problem('storage-unavailable', { detail: error.name, cause: error });
  }
  // mongoose's own: a value of the wrong type, a field that the schema does not know, no connection yet
  const unconnected = error instanceof Error && /initial connection|not connected/i.test(error.message);
  const detail = error instanceof Error ? error.name : typeof error;
  return new Problem(unconnected ? 'storage-unavailable' : 'unexpected', { detail, cause: error });
}

/** As storageProblem tells, in the place of what `work` throws. */
export async function inStorageTerms<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageProblem(error);
  }
}

/**
 * Of a command with so many writes: the places of those that were refused; all of them when one kept the command from being sent.
 * @throws Problem when it failed as a whole
 */
export async function refusedPlaces(writes: number, work: () => PromiseLike<unknown>): Promise<number[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (neverSent(error)) return Array.from({ length: writes }, (_none, place) => place);
    const isPartial =
      error instanceof mongoose.mongo.MongoBulkWriteError && !error.result.getWriteConcernError();
    if (!isPartial) throw storageProblem(error);
    return [error.writeErrors].flat().map(({ index }) => index);
  }
}

/** What the driver does not even send: a value that cannot be written down, or too much of it. */
function neverSent(error: unknown): error is Error {
  return (
    error instanceof mongoose.mongo.MongoInvalidArgumentError ||
    (error instanceof Error && /^(BSON|RangeError)/.test(error.name))
  );
}

/** True when the error tells that a unique key which contains `field` was hit. */
export function isDuplicateOf(error: unknown, field: string): boolean {
  return isDuplicate(error) && Array.isArray(error.facts['key']) && error.facts['key'].includes(field);
}

export function isDuplicate(error: unknown): error is Problem {
  return error instanceof Problem && error.code === 'duplicate';
}

function keyOf(error: mongoose.mongo.MongoServerError): string[] {
  const pattern: unknown = error['keyPattern'];
  return pattern !== null && typeof pattern === 'object' ? Object.keys(pattern) : [];
}

const tooLarge = (cause: Error): Problem =>
  new Problem('request-too-large', { detail: 'the document is larger than the database takes', cause });
