/** A learner has claimed at an installation in memory, and a trust service over HTTP keeps a seal for the institution. */
import { createGuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import { createSealService } from '../../../src/edges/seals/create-seal-service.js';
import { linkSeal } from '../../../src/domain/seals/link-seal.js';
import { sealAward } from '../../../src/domain/seals/seal-award.js';
import { isPublished } from '../../../src/domain/awards/is-published.js';
import { takingTurns } from '../../../src/shared/taking-turns.js';
import { aPng } from '../../documents/baked-image/png.builder.js';
import { memorySealLinks } from '../../support/memory/memory-seals.js';
import { startTrustService, type TrustService } from '../../support/trust-service.js';
import { aClaimedAward, awardId, institutionId } from '../verification/claimed-award.js';

export async function aSealingWorld(wanted: Parameters<typeof startTrustService>[0] = { version: 2 }) {
  const trust: TrustService = await startTrustService(wanted);
  const guarded = createGuardedFetch({ allowPrivate: true, timeoutMs: 500 });
  const claimed = await aClaimedAward();
  const { awards } = claimed.deps;
  const deps = {
    ...claimed.deps,
    // under any other id stands the same award of somebody else
    awards: {
      ...awards,
      async byId(id: string) {
        const award = await awards.byId(awardId);
        return award && { ...award, id };
      },
    },
    pictures: { badge: async () => aPng() },
    sealLinks: memorySealLinks(),
    sealService: createSealService({ fetch: guarded.fetch, clock: claimed.deps.clock }),
    sealingTurns: takingTurns(8, 1),
    allowHttp: true,
  };
  return {
    ...claimed,
    deps,
    trust,
    link: (access: Partial<TrustService['access']> = {}) =>
      linkSeal(deps, { institutionId, access: { ...trust.access, ...access } }),
    kept: () => deps.sealLinks.of(institutionId),
    async seal(id = awardId) {
      const award = await deps.awards.byId(id);
      if (!award || !isPublished(award)) throw new Error('it was claimed');
      return sealAward(deps, award);
    },
    async close() {
      await guarded.close();
      await trust.close();
    },
  };
}

export type SealingWorld = Awaited<ReturnType<typeof aSealingWorld>>;
