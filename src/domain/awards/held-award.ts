/** The award of a micro-credential that counts for a learner who may have several of its versions. */
import type { Award } from './award.js';

/** A correction that nobody has claimed, or that was taken back: what it corrects counts. */
export const isUnclaimedCorrection = ({ issuedAt, correction }: Award): boolean =>
  correction !== undefined && !issuedAt;

/** The offered correction of an award that stands, among those of its learner and others. */
export function correctionOf(award: Award, among: readonly Award[]): Award | undefined {
  if (award.state !== 'issued') return undefined;
  return among.find((one) => one.state === 'offered' && one.correction?.of === award.id);
}

/** By subject, of awards of one platform: the newest that stands, else the newest revoked one. */
export function heldAwards(awards: readonly Award[]): Map<string, Award> {
  const newest = new Map<string, Award>();
  for (const award of awards.filter((one) => !isUnclaimedCorrection(one)).sort(byAge)) {
    const before = newest.get(award.subject);
    if (!before || award.state !== 'revoked' || before.state === 'revoked') newest.set(award.subject, award);
  }
  return newest;
}

/** Revoked awards of other versions of somebody whose award counts, newest first; not what was only corrected, nor offers. */
export function revokedBeside(award: Pick<Award, 'subject' | 'version'>, among: readonly Award[]): Award[] {
  return among
    .filter(
      (one) =>
        one.subject === award.subject &&
        one.version !== award.version &&
        one.state === 'revoked' &&
        one.issuedAt !== undefined &&
        one.supersededBy === undefined,
    )
    .sort((a, b) => byAge(b, a));
}

const byAge = (a: Award, b: Award): number =>
  a.version - b.version || (a.correction?.number ?? 0) - (b.correction?.number ?? 0);

/** How many have an open offer of a version before this one: they keep that version. @param awards of one platform */
export const offeredBefore = (version: number, awards: readonly Award[]): number =>
  [...heldAwards(awards).values()].filter((held) => held.state === 'offered' && held.version < version)
    .length;

/**
 * Whether the version may be offered to somebody who holds this: nothing is earned twice, and what was revoked is not offered anew.
 * @param version number of the current version
 */
export function mayBeOffered(held: Award | undefined, version: number): boolean {
  return !held || (held.state === 'revoked' && held.version !== version);
}

/** What decides about a version for somebody who holds this; a revoked award of an older one decides nothing in it. */
export function heldIn(version: number, held: Award | undefined): Award | undefined {
  return mayBeOffered(held, version) ? undefined : held;
}

/** True when whoever revoked this wants a teacher to look before a newer version is offered: nothing is offered by itself then. */
export const isHeldBack = (held: Award | undefined): boolean =>
  held?.state === 'revoked' && held.holdsBack === true;
