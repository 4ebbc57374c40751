/**
 * A sealed credential has no place for a status. Of those that this installation had sealed it knows what became of the award: they
 * are the same word by word as what it keeps.
 */
import { addresses } from '../../../documents/addresses.js';
import type { SealedElmReading } from '../../../documents/read/reading.js';
import { stringOf } from '../../../documents/json/json-value.js';
import type { AwardStore } from '../../awards/award-store.js';
import { publishedAward } from '../../awards/published-award.js';
import type { SealedFiles } from '../../seals/sealed-files.js';
import { failed, passed } from '../checks.js';
import { type OwnBases, ownBases } from '../own-bases.js';
import { statusOf } from '../own-status.js';
import type { Check } from '../report.js';

export type OwnSealedDeps = { awards: AwardStore; sealedFiles: SealedFiles } & OwnBases;

/** Undefined for those of others, and where a word was changed. */
export async function ownSealedStatus(
  deps: OwnSealedDeps,
  { credential, payload }: SealedElmReading,
): Promise<Check | undefined> {
  const id = stringOf(credential['id']);
  const awardId = /\/awards\/([A-Za-z0-9_-]+)\//.exec(id ?? '')?.[1] ?? '';
  const base = ownBases(deps).find((one) => addresses(one).elm(awardId) === id);
  const kept = base && (await deps.sealedFiles.of(awardId));
  if (!kept || payloadOf(kept.json) !== payload) return undefined;
  const award = await publishedAward(deps, awardId);
  if (!award) return undefined;
  if (award.state === 'issued') return passed('status', 'award-not-revoked');
  return (await statusOf(deps, base, award)) ?? failed('status', 'revoked');
}

const payloadOf = (json: string): unknown => (JSON.parse(json) as { payload?: unknown }).payload;
