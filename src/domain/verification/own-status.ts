/**
 * What a status list or a revoked form cannot tell of an award of this installation: why it was revoked; that another one took its place, and
 * which; or that it is not revoked but suspended.
 */
import { addresses } from '../../documents/addresses.js';
import type { Award } from '../awards/award.js';
import type { AwardStore } from '../awards/award-store.js';
import { failed } from './checks.js';
import { type NamesOfAward, ownAward, type OwnAwardDeps, ownFallenAward } from './own-award.js';
import type { Check } from './report.js';

/** @param named what names its award: nothing but an award of this installation changes anything */
export async function withOwnStatus(
  deps: OwnAwardDeps,
  checks: readonly Check[],
  named: NamesOfAward,
): Promise<readonly Check[]> {
  const isRevoked = checks.some(({ name, reason }) => name === 'status' && reason === 'revoked');
  if (!isRevoked) return checks;
  const own = await ownAward(deps, checks, named);
  const told = own
    ? await statusOf(deps, own.base, own.award)
    : stateOf(await ownFallenAward(deps, checks, named));
  if (!told) return checks;
  return checks.map((check) => (check.name === 'status' ? told : check));
}

/** Of one whose holder does not show its address: a reason may tell of them, and so would the page of the new one. */
function stateOf(award: Award | undefined): Check | undefined {
  if (award?.suspension) return failed('status', 'suspended');
  return award?.supersededBy === undefined ? undefined : failed('status', 'superseded');
}

/** Undefined for one that is not revoked, and where no reason was told. @param base the origin that the credential names */
export async function statusOf(
  { awards }: { awards: Pick<AwardStore, 'byId'> },
  base: string,
  award: Award,
): Promise<Check | undefined> {
  const { suspension, supersededBy, revocationReason } = award;
  if (suspension) return failed('status', 'suspended', { revocationReason: suspension.reason });
  if (supersededBy !== undefined) {
    const reason = (await awards.byId(supersededBy))?.correction?.reason;
    const newAward = addresses(base).award(supersededBy);
    return failed('status', 'superseded', { ...(reason && { revocationReason: reason }), newAward });
  }
  return revocationReason === undefined ? undefined : failed('status', 'revoked', { revocationReason });
}
