/**
 * A signed Open Badges 2.0 assertion: a JWS whose key the issuer names, and the issuer's list of revoked ones.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#signed-verification
 */
import type { KeyObject } from 'node:crypto';
import { compactVerify, errors } from 'jose';
import { isJsonObject, type JsonObject, listOf, stringOf } from '../../../documents/json/json-value.js';
import type { CompactJws } from '../../../documents/proofs/compact-jws.js';
import { publicKeyObject } from '../../../documents/proofs/public-key.js';
import type { OpenBadge2JwsReading } from '../../../documents/read/reading.js';
import type { AwardStore } from '../../awards/award-store.js';
import { failed, notChecked, passed } from '../checks.js';
import { checkCopy } from '../compromised/check-copy.js';
import { compromisedKey, publishedForm } from '../compromised/compromised-key.js';
import type { Lookup } from '../lookup.js';
import type { OwnKeyDeps } from '../own-key.js';
import type { Check } from '../report.js';
import { checkContexts2 } from './check-contexts-2.js';
import { checkDates2, checkRecipient2, elementsOfOpenBadge2, factsOf2, revoked } from './common-checks.js';
import { documentAt, findIssuer, withoutIssuer } from './find-issuer.js';
import { findKeys2, type FoundKeys } from './find-key-2.js';
import { idOf } from './first-difference.js';
import { assertionShape, badgeClassShape, checkShape, issuerShape } from './shapes.js';
import type { Checked2, Verify2 } from './checked.js';

export async function verifySigned(
  deps: OwnKeyDeps & { awards: AwardStore },
  lookup: Lookup,
  { assertion, email, now, reading }: Verify2 & { reading: OpenBadge2JwsReading },
): Promise<Checked2> {
  const { badge, issuer, trouble } = await findIssuer(lookup, assertion['badge'], 'signed');
  const creator = creatorOf(assertion);
  const { keys, owner, documents }: FoundKeys = issuer
    ? ((await ofCompromisedKey(deps, reading, creator)) ?? (await findKeys2(lookup, issuer, creator)))
    : { keys: [], documents: [], owner: withoutIssuer(deps, trouble) };
  const isEmbedded = badge === assertion['badge'];
  return {
    checks: [
      checkShape([
        { shape: assertionShape, object: assertion, at: '' },
        { shape: badgeClassShape, object: badge, at: 'badge' },
        { shape: issuerShape, object: issuer, at: 'issuer' },
      ]),
      checkContexts2([
        { object: assertion, at: '' },
        { object: isEmbedded ? undefined : badge, at: 'badge' },
        { object: issuer, at: 'issuer' },
        ...documents.map((object) => ({ object, at: 'verification.creator' })),
      ]),
      await checkJws(reading.jws, keys),
      owner,
      checkDates2(assertion, now),
      await checkRevocation(lookup, assertion, issuer),
      checkRecipient2(assertion, email),
      elementsOfOpenBadge2,
    ],
    facts: factsOf2(assertion, badge, issuer),
    issuer,
    owner,
  };
}

/** Undefined for any other key. That the issuer's profile names it no more is not asked. */
async function ofCompromisedKey(
  deps: OwnKeyDeps & { awards: AwardStore },
  reading: OpenBadge2JwsReading,
  creator: string | undefined,
): Promise<FoundKeys | undefined> {
  const found = creator === undefined ? undefined : await compromisedKey(deps, creator);
  const key = found && publicKeyObject(publishedForm(found.key));
  return found && key && { keys: [key], documents: [], owner: await checkCopy(deps, found, reading) };
}

function creatorOf({ verification }: JsonObject): string | undefined {
  return isJsonObject(verification) ? stringOf(verification['creator']) : undefined;
}

async function checkJws(jws: CompactJws, keys: readonly KeyObject[]): Promise<Check> {
  if (jws.header['alg'] !== 'RS256') return failed('signature', 'jwt-algorithm-refused');
  if (keys.length === 0) return notChecked('signature', 'key-missing');
  for (const key of keys) {
    try {
      await compactVerify(jws.compact, key, { algorithms: ['RS256'] });
      return passed('signature', 'signature-right', { algorithm: 'RS256' });
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) continue;
      if (error instanceof errors.JOSEError) return failed('signature', 'jwt-header-refused');
      throw error;
    }
  }
  return failed('signature', 'signature-wrong');
}

/** https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#RevocationList */
async function checkRevocation(
  lookup: Lookup,
  assertion: JsonObject,
  issuer: JsonObject | undefined,
): Promise<Check> {
  if (!issuer) return notChecked('status', 'not-reached');
  const listUrl = idOf(issuer['revocationList']);
  if (listUrl === undefined) return notChecked('status', 'status-none');
  const { object: list, trouble } = await documentAt(lookup, listUrl);
  if (!list)
    return notChecked('status', trouble?.reason ?? 'status-list-missing', trouble && { host: trouble.host });
  if (list['issuer'] !== undefined && idOf(list['issuer']) !== issuer['id']) {
    return notChecked('status', 'status-list-of-another');
  }
  if (!Array.isArray(list['revokedAssertions'])) return notChecked('status', 'status-list-malformed');
  const entry = listOf(list['revokedAssertions']).find((one) => idOf(one) === assertion['id']);
  if (entry === undefined) return passed('status', 'not-revoked');
  return revoked(isJsonObject(entry) ? entry['revocationReason'] : undefined);
}
