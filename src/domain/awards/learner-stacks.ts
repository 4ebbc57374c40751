/**
 * What a learner holds that counts towards the same larger credential: a stack. What makes one is the name that teachers wrote,
 * compared as the associations of a record are. docs/decisions/0022-sd-jwt-and-clr.md
 */
import { type AwardsOfRecord, awardsThatFit } from './awards-that-fit.js';
import { heldVersions, type HeldVersionsDeps } from './held-versions.js';
import type { PublishedAward } from './is-published.js';
import { isCalled, isSameName, largerName } from './record-associations.js';

/** Newest first; the larger credential among them where the learner holds it. */
export interface Stack extends AwardsOfRecord {
  /** The larger credential, as the newest award writes it. */
  towards: string;
}

/**
 * At least two different micro-credentials make a stack. Those of the newest award first.
 * @param valid as `validAwards` gives them
 */
export async function stacksOf(deps: HeldVersionsDeps, valid: readonly PublishedAward[]): Promise<Stack[]> {
  const all = await heldVersions(deps, valid);
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
  // that there is a whole is worth more than one part of many
  const ofStack = [...all.filter(isWhole), ...parts];
  const taken = awardsThatFit(ofStack.map(({ award }) => award));
  const partsTaken = parts.filter(({ award }) => taken.includes(award));
  if (new Set(partsTaken.map(({ held }) => held.microCredentialId)).size < 2) return undefined;
  const awards = all.map(({ award }) => award).filter((award) => taken.includes(award));
  return { towards, awards, leftOut: ofStack.length - awards.length };
}
