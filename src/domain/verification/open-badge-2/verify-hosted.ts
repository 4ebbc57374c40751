/**
 * A hosted Open Badges 2.0 assertion: right is what stands at its id today. What was handed in only has to say the same.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#hosted-verification
 */
import { isJsonObject, type JsonObject } from '../../../documents/json/json-value.js';
import { failed, passed } from '../checks.js';
import type { Lookup } from '../lookup.js';
import type { OwnBases } from '../own-bases.js';
import type { Check } from '../report.js';
import { checkContexts2 } from './check-contexts-2.js';
import { checkEuropeanElements2 } from './check-european-elements-2.js';
import { checkScope } from './check-scope.js';
import { checkDates2, checkRecipient2, factsOf2, revoked } from './common-checks.js';
import { findIssuer, type FoundIssuer, withoutIssuer } from './find-issuer.js';
import { firstDifference, idOf } from './first-difference.js';
import { differs, hostedAt, isWebAddress, notHostedHere } from './hosted-document.js';
import { assertionShape, badgeClassShape, checkShape, issuerShape } from './shapes.js';
import type { Checked2, Verify2 } from './checked.js';

export async function verifyHosted(
  bases: OwnBases,
  lookup: Lookup,
  { assertion, email, now }: Verify2,
): Promise<Checked2> {
  const id = idOf(assertion);
  if (!isWebAddress(id)) {
    return {
      checks: [failed('schema', 'shape-wrong', { path: 'id' })],
      facts: factsOf2(assertion, undefined, undefined),
    };
  }
  const { hosted, isRevoked, missing } = await hostedAt(lookup, id);
  if (isRevoked) return revokedForm(lookup, assertion, hosted);
  if (!hosted) return notHosted(bases, assertion, missing, { email, now });

  const found = await findIssuer(lookup, hosted['badge'], 'unproven');
  const { badge, issuer } = found;
  const owner = ownerCheck(bases, id, found);
  return {
    checks: [
      checkShape([
        { shape: assertionShape, object: hosted, at: '' },
        { shape: badgeClassShape, object: badge, at: 'badge' },
        { shape: issuerShape, object: issuer, at: 'issuer' },
      ]),
      checkContexts2([
        { object: hosted, at: '' },
        { object: assertion, at: '', isCopy: true },
        { object: badge, at: 'badge' },
        { object: issuer, at: 'issuer' },
      ]),
      comparison(assertion, hosted, badge),
      owner,
      checkDates2(hosted, now),
      passed('status', 'hosted-not-revoked'),
      checkRecipient2(hosted, email),
      checkEuropeanElements2({ assertion: hosted, badge, issuer }),
    ],
    facts: factsOf2(hosted, badge, issuer),
    issuer,
    owner,
  };
}

/** Which badge it was is told where its class still stands. */
async function revokedForm(
  lookup: Lookup,
  assertion: JsonObject,
  hosted: JsonObject | undefined,
): Promise<Checked2> {
  const { badge, issuer } = await findIssuer(lookup, assertion['badge'], 'unproven');
  return {
    checks: [passed('schema', 'open-badge-2-revoked-form'), revoked(hosted?.['revocationReason'])],
    facts: factsOf2(assertion, badge, issuer),
  };
}

/** Nothing can be said but what it says of itself. */
function notHosted(
  bases: OwnBases,
  assertion: JsonObject,
  missing: Check,
  { email, now }: Pick<Verify2, 'email' | 'now'>,
): Checked2 {
  return {
    checks: [
      checkShape([{ shape: assertionShape, object: assertion, at: '' }]),
      checkContexts2([{ object: assertion, at: '' }]),
      missing,
      ...notHostedHere(bases, assertion, assertion['badge']),
      checkDates2(assertion, now),
      checkRecipient2(assertion, email),
    ],
    facts: factsOf2(assertion, undefined, undefined),
  };
}

function comparison(given: JsonObject, hosted: JsonObject, badge: JsonObject | undefined): Check {
  const inAssertion = firstDifference(given, hosted, ['badge']);
  if (inAssertion) return differs(inAssertion);
  const embedded = given['badge'];
  if (isJsonObject(embedded) && badge) {
    const inBadge = firstDifference(embedded, badge, ['issuer']);
    if (inBadge) return differs({ ...inBadge, member: `badge.${inBadge.member}` });
  }
  return passed('signature', 'hosted-as-given');
}

function ownerCheck(bases: OwnBases, id: string, { badge, issuer, trouble }: FoundIssuer): Check {
  const badgeId = idOf(badge);
  if (trouble || !issuer || badgeId === undefined) return withoutIssuer(bases, trouble);
  return checkScope(issuer, [id, badgeId]);
}
