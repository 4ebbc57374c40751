/**
 * What a status list cannot tell of an award of this installation: that another one took its place, and which; or that it is not revoked but
 * suspended. Of Open Badges 2.0 the reason of the revocation tells it.
 */
import { addresses } from '../../documents/addresses.js';
import type { AwardStore } from '../awards/award-store.js';
import type { Award } from '../awards/award.js';
import { publishedAward } from '../awards/published-award.js';
import { failed } from './checks.js';
import type { Check } from './report.js';

/** @param id of the credential: nothing but an address of an award of an institution of this installation changes anything */
export async function withOwnStatus(
  deps: { awards: AwardStore; base: string },
  checks: readonly Check[],
  id: string | undefined,
): Promise<readonly Check[]> {
  const isOwn = checks.some(({ reason }) => reason === 'issuer-known-here');
  const isRevoked = checks.some(({ name, reason }) => name === 'status' && reason === 'revoked');
  const awardId = isOwn && isRevoked && id !== undefined ? awardIdIn(deps.base, id) : undefined;
  const award = awardId ? await publishedAward(deps, awardId) : undefined;
  const told = award && statusOf(deps.base, award);
  if (!told) return checks;
  return checks.map((check) => (check.name === 'status' ? told : check));
}

function statusOf(base: string, { suspension, supersededBy }: Award): Check | undefined {
  if (suspension) return failed('status', 'suspended', { revocationReason: suspension.reason });
  return supersededBy === undefined
    ? undefined
    : failed('status', 'superseded', { newAward: addresses(base).award(supersededBy) });
}

function awardIdIn(base: string, id: string): string | undefined {
  const awardId = /\/awards\/([A-Za-z0-9_-]+)$/.exec(id)?.[1] ?? '';
  return id === addresses(base).award(awardId) ? awardId : undefined;
}
