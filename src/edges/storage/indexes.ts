/** Makes the indexes that the collections declare. None is ever dropped here: an older replica may still need it. */
import { isDeepStrictEqual } from 'node:util';
import type { Connection } from 'mongoose';
import { Problem } from '../../shared/problem.js';
import type { CollectionDeclaration } from './collection.js';
import type { StorageLog } from './storage-log.js';

/**
 * Ready when all are there; doing it again changes nothing. What the database has is read at every start and believed over any
 * note of ours: a restore may bring data without its indexes.
 * @throws Problem storage-unavailable when one cannot be made (facts.index): without its unique keys Acquis must not run
 */
export async function makeIndexes(
  connection: Connection,
  declarations: readonly CollectionDeclaration[],
  log: StorageLog,
): Promise<void> {
  const there = new Set((await connection.listCollections()).map(({ name }) => name));
  for (const { name, indexes } of declarations) {
    const before = there.has(name) ? await connection.collection(name).indexes() : [];
    const declared = indexes.map(({ fields, options = {} }) => ({ fields, options, index: nameOf(fields) }));
    const missing = declared.filter((one) => !before.some((known) => isMadeAs(known, one)));
    for (const one of missing) await makeIndex(connection, name, one);
    const names = before.map((known) => known.name);
    const made = missing.flatMap(({ index }) => (names.includes(index) ? [] : [index]));
    const unknown = names.filter(
      (known) => known !== '_id_' && !declared.some(({ index }) => index === known),
    );
    if (made.length > 0) log.info({ collection: name, made }, 'indexes made');
    if (unknown.length > 0) log.warn({ collection: name, unknown }, 'indexes that nothing declares stay');
  }
}

interface Declared {
  index: string;
  fields: Record<string, 1 | -1>;
  options: object;
}

/** Only what the database would take for the same; its version and namespace are its own affair. */
function isMadeAs(known: Record<string, unknown>, { index, fields, options }: Declared): boolean {
  const its = Object.entries(known).filter(([name]) => !['v', 'ns', 'key'].includes(name));
  const isSameKey = JSON.stringify(known['key']) === JSON.stringify(fields);
  return isSameKey && isDeepStrictEqual(Object.fromEntries(its), { ...options, name: index });
}

async function makeIndex(
  connection: Connection,
  collection: string,
  { index, fields, options }: Declared,
): Promise<void> {
  try {
    await connection.collection(collection).createIndex(fields, { ...options, name: index });
  } catch (cause) {
    // data that breaks a unique key, or an index of this name that was made otherwise
    const detail = `the index ${index} of the collection ${collection} cannot be made`;
    throw new Problem('storage-unavailable', { detail, facts: { collection, index }, cause });
  }
}

/** As MongoDB itself names them. */
function nameOf(fields: Record<string, 1 | -1>): string {
  return Object.entries(fields)
    .map(([field, direction]) => `${field}_${direction}`)
    .join('_');
}
