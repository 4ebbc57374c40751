/** All checks of an Open Badges 3.0 credential, as embedded proof or VC-JWT. https://www.imsglobal.org/spec/ob/v3p0/#verification */
import { checkDates } from '../../../documents/read/check-dates.js';
import { checkKeyOwner, issuerId } from '../../../documents/read/check-key-owner.js';
import { checkSchema } from '../../../documents/read/check-schema.js';
import { checkSignature } from '../../../documents/read/check-signature.js';
import type { CredentialReading } from '../../../documents/read/reading.js';
import { failed, notChecked } from '../checks.js';
import { type DocumentChecks, signatureOf } from '../document-checks.js';
import { identifyIssuer } from '../identify-issuer.js';
import type { Lookup } from '../lookup.js';
import type { OwnDocumentsDeps } from '../own-documents.js';
import type { Check, CredentialFacts } from '../report.js';
import { checkEuropeanElements } from './check-european-elements.js';
import { checkRecipient } from './check-recipient.js';
import { checkStatusOf } from './check-status-of.js';
import { factsOf } from './facts.js';
import { findKey, type KeySearch } from './find-key.js';

export async function verifyOpenBadge3(
  deps: Pick<OwnDocumentsDeps, 'institutions' | 'base'> & { documentChecks: DocumentChecks },
  lookup: Lookup,
  input: { reading: CredentialReading; email?: string; now: Date },
): Promise<{ checks: Check[]; facts: CredentialFacts }> {
  const { reading, email, now } = input;
  const { credential } = reading;
  const search = await findKey(lookup, reading);
  const owner = ownerCheck(reading, search);
  const signature = await signatureCheck(deps.documentChecks, reading, search);
  const checks: Check[] = [
    checkSchema(reading),
    await deps.documentChecks.contexts(credential),
    signature,
    owner,
    await identifyIssuer(deps, issuerId(reading), owner),
    checkDates(reading, now),
    await checkStatusOf({ ...deps, lookup }, reading, now),
    checkRecipient(credential, email),
    checkEuropeanElements(credential),
  ];
  return { checks, facts: factsOf(credential) };
}

async function signatureCheck(
  checks: DocumentChecks,
  reading: CredentialReading,
  search: KeySearch,
): Promise<Check> {
  if (search.found) return signatureOf(checks, reading, search.found.key);
  const check = await checkSignature(reading, undefined);
  if (check.reason !== 'key-missing') return check;
  // the next check tells why there is no key
  return notChecked('signature', 'key-missing');
}

function ownerCheck(reading: CredentialReading, search: KeySearch): Check {
  if (search.found) return checkKeyOwner(reading, search.keyId, search.found);
  const { trouble, details } = search;
  return trouble === 'key-not-published'
    ? failed('key-belongs-to-issuer', trouble, details)
    : notChecked('key-belongs-to-issuer', trouble, details);
}
