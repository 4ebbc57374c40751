/** A claimed award whose keys can be declared compromised, each time anew; the keys are made once, as RSA ones take a moment. */
import type { Award, IssuedDocuments } from '../../../src/domain/awards/award.js';
import type { KeyRecord } from '../../../src/domain/institutions/key-records.js';
import type { SigningKeyKind } from '../../../src/domain/institutions/signing-keys.js';
import { memoryKeyRecords } from '../../support/memory/memory-key-records.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { aClaimedAward, awardId, institutionId } from './claimed-award.js';

export const since = new Date('2026-11-30T00:00:00Z');
export const declaredAt = new Date('2026-12-01T10:00:00Z');

let made: Promise<{ old: KeyRecord[]; fresh: KeyRecord[] }> | undefined;

async function makeTwoGenerations(): Promise<{ old: KeyRecord[]; fresh: KeyRecord[] }> {
  const records = memoryKeyRecords();
  const keys = memoryKeys(records);
  await keys.ensure(institutionId);
  const old = structuredClone(records.all);
  await keys.renew(
    institutionId,
    old.map(({ id }) => id),
  );
  return { old, fresh: records.all.filter(({ retiredAt }) => !retiredAt) };
}

export async function anAwardOfOldKeys() {
  const { old, fresh } = await (made ??= makeTwoGenerations());
  const records = memoryKeyRecords();
  for (const record of old) await records.add(record);
  const claimed = await aClaimedAward(undefined, memoryKeys(records));
  return {
    ...claimed,
    /** Both keys unless told. */
    declare: async (kind?: SigningKeyKind): Promise<void> => {
      claimed.time.now = declaredAt;
      const isMeant = (one: KeyRecord): boolean => kind === undefined || one.kind === kind;
      for (const { id } of old.filter(isMeant)) await records.compromise(id, { declaredAt, since });
      // made at once for those that were taken out of use
      const createdAt = new Date(declaredAt.getTime() + 1000);
      for (const record of fresh.filter(isMeant)) await records.add({ ...record, createdAt });
    },
    award: async () => (await claimed.deps.awards.byId(awardId)) as Award & { documents: IssuedDocuments },
  };
}
