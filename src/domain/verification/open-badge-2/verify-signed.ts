/**
 * A signed Open Badges 2.0 assertion: a JWS whose key the issuer names, and the issuer's list of revoked ones.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#signed-verification
 */
import { publicKeyObject } from '../../../documents/proofs/public-key.js';
import type { OpenBadge2JwsReading } from '../../../documents/read/reading.js';
import type { AwardStore } from '../../awards/award-store.js';
import { checkCopy } from '../compromised/check-copy.js';
import { compromisedKey, publishedForm } from '../compromised/compromised-key.js';
import type { Lookup } from '../lookup.js';
import type { OwnKeyDeps } from '../own-key.js';
import { checkContexts2 } from './check-contexts-2.js';
import { checkEuropeanElements2 } from './check-european-elements-2.js';
import { checkDates2, checkRecipient2, factsOf2 } from './common-checks.js';
import { findIssuer, withoutIssuer } from './find-issuer.js';
import { findKeys2, type FoundKeys } from './find-key-2.js';
import { assertionShape, badgeClassShape, checkShape, issuerShape } from './shapes.js';
import { checkJws, checkRevocation, creatorOf } from './signed-document.js';
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
      checkEuropeanElements2({ assertion, badge, issuer }),
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
