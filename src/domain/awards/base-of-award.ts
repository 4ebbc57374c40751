/** The public origin under which an award was issued: its documents name it for ever, wherever Acquis answers today. */
import { stringOf } from '../../documents/json/json-value.js';
import { readJsonObject } from '../../documents/json/read-json-object.js';
import type { PublishedAward } from './is-published.js';

/** Without a slash at the end; undefined when the credential cannot be read. */
export function baseOfAward({ documents }: Pick<PublishedAward, 'documents'>): string | undefined {
  const id = stringOf(readJsonObject(Buffer.from(documents.openBadge3))?.['id']) ?? '';
  return /^(https?:\/\/[^/]+)\/awards\/[^/]+$/.exec(id)?.[1];
}
