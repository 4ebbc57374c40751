/** The award of a micro-credential that counts for a learner who may have several of its versions. */
import type { Award } from './award.js';

/** By subject, of awards of one platform: the newest that stands, else the newest revoked one. */
export function heldAwards(awards: readonly Award[]): Map<string, Award> {
  const newest = new Map<string, Award>();
  for (const award of [...awards].sort((a, b) => a.version - b.version)) {
    const before = newest.get(award.subject);
    if (!before || award.state !== 'revoked' || before.state === 'revoked') newest.set(award.subject, award);
  }
  return newest;
}

/**
 * Whether the version may be offered to somebody who holds this: nothing is earned twice, and what was revoked is not offered anew.
 * @param version number of the current version
 */
export function mayBeOffered(held: Award | undefined, version: number): boolean {
  return !held || (held.state === 'revoked' && held.version !== version);
}
