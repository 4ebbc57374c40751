/**
 * What a signature of a compromised key is worth: nothing by itself, whatever date it bears. But where this installation keeps the
 * award, and what was handed in says the same to the letter, it is a copy from before the award was signed again.
 */
import { isDeepStrictEqual } from 'node:util';
import { addresses } from '../../../documents/addresses.js';
import {
  type JsonObject,
  isJsonObject,
  listOf,
  stringOf,
  without,
} from '../../../documents/json/json-value.js';
import { utcSeconds } from '../../../documents/json/utc-seconds.js';
import { signedAssertionId } from '../../../documents/open-badge-2/signed-assertion-id.js';
import { readCredential } from '../../../documents/read/read-credential.js';
import type { CredentialReading, OpenBadge2JwsReading } from '../../../documents/read/reading.js';
import type { AwardStore } from '../../awards/award-store.js';
import type { PublishedAward } from '../../awards/is-published.js';
import { publishedAward } from '../../awards/published-award.js';
import { failed } from '../checks.js';
import type { Check } from '../report.js';
import type { CompromisedKey } from './compromised-key.js';

type Copy = CredentialReading | OpenBadge2JwsReading;

/** The check key-belongs-to-issuer: failed, with the reason that says what the copy is worth. */
export async function checkCopy(
  deps: { awards: AwardStore },
  { key, compromise, base }: CompromisedKey,
  copy: Copy,
): Promise<Check> {
  const name = 'key-belongs-to-issuer';
  const declared = {
    declared: utcSeconds(compromise.declaredAt),
    compromisedSince: utcSeconds(compromise.since),
  };
  const awardId = awardIdOf(base, copy);
  const award = awardId === undefined ? undefined : await publishedAward(deps, awardId);
  if (!award || award.institutionId !== key.institutionId) return failed(name, 'key-compromised', declared);
  const reason = saysTheSame(copy, award) ? 'copy-outdated' : 'copy-differs';
  return failed(name, reason, { ...declared, newCopy: addresses(base).award(award.id) });
}

function awardIdOf(base: string, copy: Copy): string | undefined {
  const start = addresses(base).award('');
  const idIn = (address: string | undefined): string | undefined =>
    address?.startsWith(start) ? address.slice(start.length).split('#', 1)[0] : undefined;
  if (copy.kind !== 'open-badge-2-jws') return idIn(stringOf(copy.credential['id']));
  // its own id leads nowhere, but its evidence names the page of the award
  const ids = listOf(copy.assertion['evidence']).map((one) =>
    isJsonObject(one) ? idIn(stringOf(one['id'])) : undefined,
  );
  return ids.find((id) => id !== undefined && signedAssertionId(id) === copy.assertion['id']);
}

/** Everything but what proves it. */
function saysTheSame(copy: Copy, { documents }: PublishedAward): boolean {
  if (copy.kind === 'open-badge-2-jws') {
    const kept = readCredential({ text: documents.openBadge2Signed ?? '' });
    return (
      kept.kind === copy.kind &&
      isSame(withPlainBadge(kept.assertion), withPlainBadge(copy.assertion), 'verification')
    );
  }
  const text = copy.kind === 'open-badge-3' ? documents.openBadge3 : documents.openBadge3Jwt;
  const kept = readCredential({ text });
  return kept.kind === copy.kind && isSame(kept.credential, copy.credential, 'proof');
}

/** Its badge class has an address for each key. */
function withPlainBadge(assertion: JsonObject): JsonObject {
  const badge = stringOf(assertion['badge'])?.replace(/\/badge-class\.[\w-]+\.json$/, '/badge-class.json');
  return badge === undefined ? assertion : { ...assertion, badge };
}

const isSame = (one: JsonObject, other: JsonObject, proof: string): boolean =>
  isDeepStrictEqual(without(one, proof), without(other, proof));
