/** The award of this installation that a credential is, whatever form it has. */
import { addresses } from '../../documents/addresses.js';
import { type JsonObject, type JsonValue, listOf } from '../../documents/json/json-value.js';
import { signedAssertionId } from '../../documents/open-badge-2/signed-assertion-id.js';
import { tokenStatusReference } from '../../documents/status-list/read-token-status.js';
import { tokenStatusListOf } from '../../documents/status-list/token-status-list.js';
import type { Award } from '../awards/award.js';
import type { AwardStore } from '../awards/award-store.js';
import type { PublishedAward } from '../awards/is-published.js';
import { publishedAward } from '../awards/published-award.js';
import { idOf } from './open-badge-2/first-difference.js';
import { type OwnBases, ownBases } from './own-bases.js';
import type { Check } from './report.js';

export interface OwnAward {
  award: PublishedAward;
  /** The origin that the credential names. */
  base: string;
}

export type OwnAwardDeps = { awards: AwardStore } & OwnBases;

/** What of a credential can name its award. */
export interface NamesOfAward {
  id?: string;
  /** Addresses of evidence: the id of a signed Open Badges 2.0 assertion is none, but its evidence stands on the award's page. */
  evidence?: readonly string[];
  /** Claim of a credential for wallets, as signed: its place in a list of ours is that of one award. */
  status?: JsonValue;
}

/** Undefined unless this installation has said that it is its own: as its issuer, or at the address where it is hosted. */
export async function ownAward(
  deps: OwnAwardDeps,
  checks: readonly Check[],
  { id, evidence = [] }: NamesOfAward,
): Promise<OwnAward | undefined> {
  if (id === undefined) return undefined;
  const isOurs = isOurWord(checks);
  // what stood at its own address here is our word
  const isOurRevokedForm = checks.some(({ reason }) => reason === 'open-badge-2-revoked-form');
  for (const address of [id, ...evidence]) {
    const awardId = /\/awards\/([A-Za-z0-9_-]+)/.exec(address)?.[1] ?? '';
    for (const base of ownBases(deps)) {
      const at = addresses(base);
      const isHosted = id === at.openBadge2(awardId);
      const isSigned = id === signedAssertionId(awardId) && address.startsWith(`${at.award(awardId)}#`);
      if (!isHosted && !isSigned && id !== at.award(awardId)) continue;
      const isToldHere = isOurs || (isHosted && isOurRevokedForm);
      const award = isToldHere ? await publishedAward(deps, awardId) : undefined;
      return award && { award, base };
    }
  }
  return undefined;
}

/** The revoked or suspended one whose place a credential for wallets names that is our own: its holder need not show its address. */
export async function ownFallenAward(
  deps: OwnAwardDeps,
  checks: readonly Check[],
  { status }: NamesOfAward,
): Promise<Award | undefined> {
  const reference = tokenStatusReference(status);
  if (reference.found !== 'token-list' || !isOurWord(checks)) return undefined;
  const { uri, index } = reference;
  const listId = /\/status\/([A-Za-z0-9_-]+)\.jwt$/.exec(uri)?.[1] ?? '';
  const isOurList = ownBases(deps).some(
    (base) => tokenStatusListOf(addresses(base).statusList(listId)) === uri,
  );
  return isOurList ? deps.awards.fallenAt({ listId, index }) : undefined;
}

/** Of an altered file nothing is known. */
const isOurWord = (checks: readonly Check[]): boolean =>
  checks.some(({ name, result }) => name === 'signature' && result === 'passed') &&
  checks.some(({ reason }) => reason === 'issuer-known-here');

/** Those of an Open Badges 2.0 assertion, some of them. */
export const evidenceOf = ({ evidence }: JsonObject): string[] =>
  listOf(evidence)
    .slice(0, 10)
    .flatMap((one) => idOf(one) ?? []);
