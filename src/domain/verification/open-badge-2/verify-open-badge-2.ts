/** All checks of an Open Badges 2.0 assertion or endorsement, hosted or signed. */
import { stringOf } from '../../../documents/json/json-value.js';
import type {
  OpenBadge2EndorsementReading,
  OpenBadge2JwsReading,
  OpenBadge2Reading,
} from '../../../documents/read/reading.js';
import { identifyIssuer } from '../identify-issuer.js';
import type { Lookup } from '../lookup.js';
import type { OwnDocumentsDeps } from '../own-documents.js';
import type { Check, CredentialFacts } from '../report.js';
import type { Checked2 } from './checked.js';
import { verifyEndorsement2 } from './verify-endorsement-2.js';
import { verifyHosted } from './verify-hosted.js';
import { verifySigned } from './verify-signed.js';

interface Input {
  reading: OpenBadge2Reading | OpenBadge2JwsReading | OpenBadge2EndorsementReading;
  email?: string;
  now: Date;
}

export async function verifyOpenBadge2(
  deps: Pick<OwnDocumentsDeps, 'institutions' | 'awards' | 'keys' | 'base' | 'formerBases'>,
  lookup: Lookup,
  input: Input,
): Promise<{ checks: Check[]; facts: CredentialFacts }> {
  const { checks, facts, issuer, owner } = await verify(deps, lookup, input);
  if (!owner) return { checks, facts };
  return { checks: [...checks, await identifyIssuer(deps, stringOf(issuer?.['id']), owner)], facts };
}

function verify(
  deps: Parameters<typeof verifySigned>[0],
  lookup: Lookup,
  { reading, email, now }: Input,
): Promise<Checked2> {
  switch (reading.kind) {
    case 'open-badge-2':
      return verifyHosted(deps, lookup, { assertion: reading.assertion, email, now });
    case 'open-badge-2-jws':
      return verifySigned(deps, lookup, { assertion: reading.assertion, email, now, reading });
    case 'open-badge-2-endorsement':
      return verifyEndorsement2(deps, lookup, { ...reading, email, now });
  }
}
