/**
 * Copies everything that is published of an institution into files: awards first, then what they and the institution's pages name, so that
 * status lists and keys are as new as anything. One award is held in memory at a time. Begun again after a kill, it goes on; after it
 * has ended, it does everything anew.
 */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import {
  addressesBeside,
  addressesOfAward,
  addressesOfInstitution,
  copiedFiles,
  type CopiedFile,
} from './copied-addresses.js';
import { linksIn } from './links-in.js';

export interface Answer {
  status: number;
  body: Uint8Array;
  contentType: string;
}

export interface Progress {
  /** When the copy was begun, ISO 8601; progress without it does not count. */
  begunAt?: string;
  /** The award that was copied last. */
  after?: string;
  /** What the awards so far have named. */
  named: string[];
  /** What could not be answered. */
  failed?: string[];
}

export interface CopyInstitutionDeps {
  /** Public origin, without a slash at the end. */
  base: string;
  /** Ids of published awards after this one, in the order of ids, some of them; none after the last. */
  awardIds: (institutionId: string, after: string | undefined) => Promise<string[]>;
  /** What is answered at a path of this installation. */
  ask: (path: string, file: CopiedFile) => Promise<Answer>;
  /** As one: a file is there whole or not at all. */
  write: (file: string, body: Uint8Array) => Promise<void>;
  remove: (file: string) => Promise<void>;
  progress: () => Promise<Progress | undefined>;
  /** Undefined: it is over. */
  keepProgress: (progress: Progress | undefined) => Promise<void>;
  onProgress: (awards: number) => void;
  clock: Clock;
}

export interface Copied {
  /** How many awards were copied this time. */
  awards: number;
  begunAt: Date;
  /** Paths that could not be answered: what was there of them before is there still. */
  failed: string[];
}

/**
 * What cannot be answered is left out and told, so that one award in trouble keeps no other from being copied.
 * @throws Problem unexpected while Acquis has no database: the next run goes on
 */
export async function copyInstitution(deps: CopyInstitutionDeps, institutionId: string): Promise<Copied> {
  const kept = await deps.progress();
  const before = kept?.begunAt === undefined ? undefined : kept;
  const begunAt = before?.begunAt ?? deps.clock().toISOString();
  const failed = new Set(before?.failed);
  const named = new Set(before?.named);
  const note = (text: string): void => {
    for (const path of linksIn(text, deps.base, institutionId)) named.add(path);
  };
  let awards = 0;
  let after = before?.after;
  for (;;) {
    const ids = await deps.awardIds(institutionId, after);
    if (ids.length === 0) break;
    for (const id of ids)
      for (const path of addressesOfAward(id)) note(await copyAddress(deps, path, failed));
    awards += ids.length;
    after = ids.at(-1);
    await deps.keepProgress({ begunAt, after, named: [...named], failed: [...failed] });
    deps.onProgress(awards);
  }
  for (const path of addressesOfInstitution(institutionId)) named.add(path);
  // a set grows while it is walked through: what a page names is copied as well
  for (const path of named) {
    note(await copyAddress(deps, path, failed));
    for (const other of addressesBeside(path)) named.add(other);
  }
  await deps.keepProgress(undefined);
  return { awards, begunAt: new Date(begunAt), failed: [...failed] };
}

/** @returns the texts among what was copied, to look for links in */
async function copyAddress(deps: CopyInstitutionDeps, path: string, failed: Set<string>): Promise<string> {
  const texts: string[] = [];
  let [isGone, isAnswered] = [false, true];
  for (const file of copiedFiles(path)) {
    const { status, body, contentType } = await deps.ask(path, file);
    if (status === 503)
      throw new Problem('unexpected', { detail: `${path} was answered with ${status}: export again` });
    if (status >= 500) {
      failed.add(path);
      isAnswered = false;
      continue;
    }
    if (status === 410) isGone = true;
    // the revoked form of a hosted assertion, and the page of what was withdrawn, say themselves that they are
    const saysSo = path.endsWith('/open-badge-2.json') || file.file.endsWith('.html');
    if (status !== 200 && !(status === 410 && saysSo)) {
      await deps.remove(file.file);
      continue;
    }
    await deps.write(file.file, body);
    if (/json|html|text\/css/.test(contentType)) texts.push(Buffer.from(body).toString());
  }
  // by this, servers that can tell it from what is not there
  const mark = `${path.slice(1)}.gone`;
  if (isGone) await deps.write(mark, Buffer.of());
  else if (isAnswered) await deps.remove(mark);
  return texts.join('\n');
}
