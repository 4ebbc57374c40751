/** Endorsements in memory, with moves as in the database. */
import type { Endorsement } from '../../../src/domain/endorsements/endorsement.js';
import type { EndorsementStore } from '../../../src/domain/endorsements/endorsement-store.js';
import { Problem } from '../../../src/shared/problem.js';

export function memoryEndorsements(...initial: Endorsement[]): EndorsementStore & {
  all: Map<string, Endorsement>;
} {
  const all = new Map(initial.map((one) => [one.id, structuredClone(one)]));
  const newestOf = (isWanted: (one: Endorsement) => boolean): Endorsement[] =>
    structuredClone(
      [...all.values()]
        .filter(isWanted)
        .sort((a, b) => b.invitedAt.getTime() - a.invitedAt.getTime() || (a.id < b.id ? -1 : 1)),
    );
  const isSignedBy =
    (institutionId: string, key: string) =>
    (one: Endorsement): boolean =>
      one.institutionId === institutionId &&
      one.signedWith === key &&
      ['accepted', 'hidden'].includes(one.state);
  return {
    all,
    async add(endorsement) {
      if (all.has(endorsement.id) || newestOf((one) => one.linkHash === endorsement.linkHash).length > 0)
        throw new Problem('duplicate');
      all.set(endorsement.id, structuredClone(endorsement));
    },
    byId: async (id) => structuredClone(all.get(id)),
    byLink: async (linkHash) => newestOf((one) => one.linkHash === linkHash)[0],
    byConfirmation: async (hash) => newestOf((one) => one.confirmation?.hash === hash)[0],
    about: async ({ institutionId, microCredentialId, version }) =>
      newestOf(
        (one) =>
          one.institutionId === institutionId &&
          one.microCredentialId === microCredentialId &&
          one.version === version,
      ),
    ofMicroCredential: async (microCredentialId) =>
      newestOf((one) => one.microCredentialId === microCredentialId),
    withdrawnOf: async (institutionId) =>
      newestOf(
        (one) =>
          one.institutionId === institutionId && one.state === 'withdrawn' && one.acceptedAt !== undefined,
      ).map(({ id }) => id),
    signedWith: async (institutionId, key, limit, triedUntil) =>
      newestOf(isSignedBy(institutionId, key))
        .filter(({ notSignedAgain }) => !notSignedAgain || notSignedAgain.at <= triedUntil)
        .slice(0, limit),
    countSignedWith: async (institutionId, key) => newestOf(isSignedBy(institutionId, key)).length,
    notSignedAgain: async (institutionId, limit) =>
      newestOf((one) => one.institutionId === institutionId && one.notSignedAgain !== undefined)
        .filter(({ state }) => ['accepted', 'hidden'].includes(state))
        .map(({ id }) => id)
        .sort()
        .slice(0, limit),
    async move(id, from, change, only) {
      const found = all.get(id);
      if (!found || !from.includes(found.state)) return undefined;
      if (only && found.confirmation?.hash !== only.confirmation?.hash) return undefined;
      const changed = Object.entries({ ...found, ...structuredClone(change) });
      const moved = Object.fromEntries(changed.filter(([, value]) => value !== undefined));
      all.set(id, moved as unknown as Endorsement);
      return structuredClone(moved as unknown as Endorsement);
    },
  };
}
