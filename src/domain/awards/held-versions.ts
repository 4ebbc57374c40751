/** Awards with the versions that they are of, as far as those are kept: what associations and stacks are told from. */
import { addresses } from '../../documents/addresses.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import { baseOfAward } from './base-of-award.js';
import type { PublishedAward } from './is-published.js';
import type { HeldVersion } from './record-associations.js';

export interface HeldVersionsDeps {
  microCredentials: Pick<MicroCredentialStore, 'byId'>;
  base: string;
}

/** In the order of the awards. */
export async function heldVersions(
  { microCredentials, base }: HeldVersionsDeps,
  awards: readonly PublishedAward[],
): Promise<{ award: PublishedAward; held: HeldVersion }[]> {
  const ids = [...new Set(awards.map(({ microCredentialId }) => microCredentialId))];
  const known = new Map(
    (await Promise.all(ids.map((id) => microCredentials.byId(id)))).map((one) => [one?.id, one]),
  );
  return awards.flatMap((award) => {
    const { microCredentialId, version: number } = award;
    const version = known.get(microCredentialId)?.versions.find((one) => one.number === number);
    if (!version) return [];
    const achievement = addresses(baseOfAward(award) ?? base).achievement(microCredentialId, number);
    return [{ award, held: { microCredentialId, number, achievement, definition: version.definition } }];
  });
}
