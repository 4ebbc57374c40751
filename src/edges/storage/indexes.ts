/** Makes the indexes that the collections declare. None is ever dropped here: an older replica may still need it. */
import type { Connection } from 'mongoose';
import { Problem } from '../../shared/problem.js';
import type { CollectionDeclaration } from './collection.js';
import type { StorageLog } from './storage-log.js';

/**
 * Ready when all are there; doing it again changes nothing.
 * @throws Problem storage-unavailable when one cannot be made (facts.index): without its unique keys Acquis must not run
 */
export async function makeIndexes(
  connection: Connection,
  declarations: readonly CollectionDeclaration[],
  log: StorageLog,
): Promise<void> {
  for (const declaration of declarations) {
    const { name, indexes } = declaration;
    const before = await indexNames(connection, name);
    const declared = indexes.map(({ fields }) => nameOf(fields));
    for (const { fields, options } of indexes) await makeIndex(connection, name, fields, options);
    const made = declared.filter((index) => !before.includes(index));
    const unknown = before.filter((index) => index !== '_id_' && !declared.includes(index));
    if (made.length > 0) log.info({ collection: name, made }, 'indexes made');
    if (unknown.length > 0) log.warn({ collection: name, unknown }, 'indexes that nothing declares stay');
  }
}

async function makeIndex(
  connection: Connection,
  collection: string,
  fields: Record<string, 1 | -1>,
  options: object = {},
): Promise<void> {
  const index = nameOf(fields);
  try {
    await connection.collection(collection).createIndex(fields, { ...options, name: index });
  } catch (cause) {
    // data that breaks a unique key, or an index of this name that was made otherwise
    const detail = `the index ${index} of the collection ${collection} cannot be made`;
    throw new Problem('storage-unavailable', { detail, facts: { collection, index }, cause });
  }
}

async function indexNames(connection: Connection, collection: string): Promise<string[]> {
  const there = await connection.listCollections();
  if (!there.some(({ name }) => name === collection)) return [];
  const indexes = await connection.collection(collection).indexes();
  return indexes.flatMap(({ name }) => (name === undefined ? [] : [name]));
}

/** As MongoDB itself names them. */
function nameOf(fields: Record<string, 1 | -1>): string {
  return Object.entries(fields)
    .map(([field, direction]) => `${field}_${direction}`)
    .join('_');
}
