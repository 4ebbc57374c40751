/** All checks of an Open Badges 2.0 assertion, hosted or signed. */
import { stringOf } from '../../../documents/json/json-value.js';
import type { OpenBadge2JwsReading, OpenBadge2Reading } from '../../../documents/read/reading.js';
import { identifyIssuer } from '../identify-issuer.js';
import type { Lookup } from '../lookup.js';
import type { OwnDocumentsDeps } from '../own-documents.js';
import type { Check, CredentialFacts } from '../report.js';
import { verifyHosted } from './verify-hosted.js';
import { verifySigned } from './verify-signed.js';

export async function verifyOpenBadge2(
  deps: Pick<OwnDocumentsDeps, 'institutions' | 'awards' | 'keys' | 'base' | 'formerBases'>,
  lookup: Lookup,
  input: { reading: OpenBadge2Reading | OpenBadge2JwsReading; email?: string; now: Date },
): Promise<{ checks: Check[]; facts: CredentialFacts }> {
  const { reading, email, now } = input;
  const asked = { assertion: reading.assertion, email, now };
  const { checks, facts, issuer, owner } =
    reading.kind === 'open-badge-2'
      ? await verifyHosted(deps, lookup, asked)
      : await verifySigned(deps, lookup, { ...asked, reading });
  if (!owner) return { checks, facts };
  return { checks: [...checks, await identifyIssuer(deps, stringOf(issuer?.['id']), owner)], facts };
}
