/**
 * What a status list cannot tell of an award of this installation: why it was revoked; that another one took its place, and which; or that it
 * is not revoked but suspended.
 */
import { addresses } from '../../documents/addresses.js';
import type { AwardStore } from '../awards/award-store.js';
import type { Award } from '../awards/award.js';
import { publishedAward } from '../awards/published-award.js';
import { failed } from './checks.js';
import { type OwnBases, ownBases } from './own-bases.js';
import type { Check } from './report.js';

/** @param id of the credential: nothing but an address of an award of an institution of this installation changes anything */
export async function withOwnStatus(
  deps: { awards: AwardStore } & OwnBases,
  checks: readonly Check[],
  id: string | undefined,
): Promise<readonly Check[]> {
  const isOwn = checks.some(({ reason }) => reason === 'issuer-known-here');
  const isRevoked = checks.some(({ name, reason }) => name === 'status' && reason === 'revoked');
  const named = isOwn && isRevoked && id !== undefined ? awardNamed(deps, id) : undefined;
  const award = named && (await publishedAward(deps, named.awardId));
  const told = award && statusOf(named.base, award);
  if (!told) return checks;
  return checks.map((check) => (check.name === 'status' ? told : check));
}

function statusOf(base: string, award: Award): Check | undefined {
  const { suspension, supersededBy, revocationReason } = award;
  if (suspension) return failed('status', 'suspended', { revocationReason: suspension.reason });
  if (supersededBy !== undefined)
    return failed('status', 'superseded', { newAward: addresses(base).award(supersededBy) });
  return revocationReason === undefined ? undefined : failed('status', 'revoked', { revocationReason });
}

function awardNamed(bases: OwnBases, id: string): { awardId: string; base: string } | undefined {
  const awardId = /\/awards\/([A-Za-z0-9_-]+)$/.exec(id)?.[1] ?? '';
  const base = ownBases(bases).find((one) => id === addresses(one).award(awardId));
  return base === undefined ? undefined : { awardId, base };
}
