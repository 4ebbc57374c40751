/** All checks of an Open Badges 3.0 credential, as embedded proof or VC-JWT. https://www.imsglobal.org/spec/ob/v3p0/#verification */
import { addresses } from '../../../documents/addresses.js';
import { checkDates } from '../../../documents/read/check-dates.js';
import { checkKeyOwner, issuerId } from '../../../documents/read/check-key-owner.js';
import { checkSchema } from '../../../documents/read/check-schema.js';
import { checkSignature } from '../../../documents/read/check-signature.js';
import { keyReference } from '../../../documents/read/key-reference.js';
import type { CredentialReading } from '../../../documents/read/reading.js';
import { failed, notChecked } from '../checks.js';
import { type DocumentChecks, signatureOf } from '../document-checks.js';
import { identifyIssuer } from '../identify-issuer.js';
import type { Lookup } from '../lookup.js';
import type { OwnDocumentsDeps } from '../own-documents.js';
import { posesAsOurs } from '../own-key.js';
import type { Check, CredentialFacts } from '../report.js';
import { checkCopy } from '../compromised/check-copy.js';
import { compromisedKey, publishedForm } from '../compromised/compromised-key.js';
import { checkEuropeanElements } from './check-european-elements.js';
import { checkRecipient } from './check-recipient.js';
import { checkStatusOf } from './check-status-of.js';
import { factsOf } from './facts.js';
import { findKey, type KeySearch } from './find-key.js';

export async function verifyOpenBadge3(
  deps: Pick<OwnDocumentsDeps, 'institutions' | 'awards' | 'keys' | 'base' | 'formerBases'> & {
    documentChecks: DocumentChecks;
  },
  lookup: Lookup,
  input: { reading: CredentialReading; email?: string; now: Date },
): Promise<{ checks: Check[]; facts: CredentialFacts }> {
  const { reading, email, now } = input;
  const { credential } = reading;
  const search = await searchKey(deps, lookup, reading);
  const { owner, signature } =
    (await ofCompromisedKey(deps, reading, search)) ?? (await ofKey(deps.documentChecks, reading, search));
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

interface KeyChecks {
  owner: Check;
  signature: Check;
}

/** Where it refers to this installation without naming one of its keys, nobody is asked. */
async function searchKey(
  deps: Parameters<typeof verifyOpenBadge3>[0],
  lookup: Lookup,
  reading: CredentialReading,
): Promise<KeySearch> {
  return (await posesAsOurs(deps, reading)) ? { trouble: 'unknown-here' } : findKey(lookup, reading);
}

async function ofKey(
  checks: DocumentChecks,
  reading: CredentialReading,
  search: KeySearch,
): Promise<KeyChecks> {
  const owner = ownerCheck(reading, search);
  return { owner, signature: await signatureCheck(checks, reading, search) };
}

/** Undefined for any other key: where it is published, it is not compromised. */
async function ofCompromisedKey(
  deps: Parameters<typeof verifyOpenBadge3>[0],
  reading: CredentialReading,
  search: KeySearch,
): Promise<KeyChecks | undefined> {
  const reference = keyReference(reading);
  if (search.found || search.trouble === 'unknown-here') return undefined;
  if (reference.found !== 'address') return undefined;
  const compromised = await compromisedKey(deps, reference.keyId);
  if (!compromised) return undefined;
  const { key, base } = compromised;
  const isOwn = issuerId(reading) === addresses(base).did(key.institutionId);
  return {
    owner: isOwn
      ? await checkCopy(deps, compromised, reading)
      : failed('key-belongs-to-issuer', 'key-of-another'),
    signature: await signatureOf(deps.documentChecks, reading, publishedForm(key)),
  };
}

async function signatureCheck(
  checks: DocumentChecks,
  reading: CredentialReading,
  search: KeySearch,
): Promise<Check> {
  if (search.found) return signatureOf(checks, reading, search.found.key);
  const check = await checkSignature(reading, undefined);
  if (check.reason === 'proof-missing') return check;
  if (search.trouble === 'unknown-here') return failed('signature', search.trouble);
  if (check.reason !== 'key-missing') return check;
  // the next check tells why there is no key
  return notChecked('signature', 'key-missing');
}

function ownerCheck(reading: CredentialReading, search: KeySearch): Check {
  if (search.found) return checkKeyOwner(reading, search.keyId, search.found);
  const { trouble, details } = search;
  return trouble === 'key-not-published' || trouble === 'unknown-here'
    ? failed('key-belongs-to-issuer', trouble, details)
    : notChecked('key-belongs-to-issuer', trouble, details);
}
