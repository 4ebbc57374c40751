/**
 * What a learner holds that counts towards the same larger credential: a stack. What makes one is the name that teachers wrote,
 * compared as the associations of a record are. docs/decisions/0022-sd-jwt-and-clr.md
 */
import { fitsInRecord } from './fits-in-record.js';
import { heldVersions, type HeldVersionsDeps } from './held-versions.js';
import type { PublishedAward } from './is-published.js';
import { type Holder, validAwards, type ValidAwardsDeps } from './learner-record.js';
import { isCalled, isSameName, largerName } from './record-associations.js';

export interface Stack {
  /** The larger credential, as the newest award writes it. */
  towards: string;
  /** Newest first; the larger credential among them where the learner holds it. */
  awards: PublishedAward[];
}

/** At least two different micro-credentials make a stack. Those of the newest award first. */
export async function stacksOf(deps: ValidAwardsDeps & HeldVersionsDeps, holder: Holder): Promise<Stack[]> {
  const all = await heldVersions(deps, await validAwards(deps, holder));
  const names: string[] = [];
  for (const { held } of all) {
    const name = largerName(held.definition);
    if (name !== undefined && !names.some((one) => isSameName(one, name))) names.push(name);
  }
  return names.flatMap((towards) => stackOf(all, towards) ?? []);
}

type Held = Awaited<ReturnType<typeof heldVersions>>[number];

function stackOf(all: readonly Held[], towards: string): Stack | undefined {
  const isWhole = ({ held }: Held): boolean => isCalled(held.definition, towards);
  const isPart = ({ held }: Held): boolean => isSameName(largerName(held.definition) ?? '', towards);
  const parts = all.filter((one) => isPart(one) && !isWhole(one));
  if (new Set(parts.map(({ held }) => held.microCredentialId)).size < 2) return undefined;
  // that there is a whole is worth more than one part of many
  const taken = fitsInRecord([...all.filter(isWhole), ...parts].map(({ award }) => award));
  if (taken.length < 2) return undefined;
  return { towards, awards: all.map(({ award }) => award).filter((award) => taken.includes(award)) };
}
