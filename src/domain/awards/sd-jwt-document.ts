/**
 * An award as credential for wallets (dc+sd-jwt), made and signed anew each time the learner asks: it names the learner, so no
 * copy is kept. https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/
 */
import { sdJwtCredential } from '../../documents/sd-jwt/sd-jwt-credential.js';
import type { Clock } from '../../shared/clock.js';
import type { NewId } from '../../shared/ids.js';
import type { SigningKeys } from '../institutions/signing-keys.js';
import { integritySigner } from './institution-signers.js';
import type { PublishedAward } from './is-published.js';
import { issuedContent } from './issued-content.js';
import type { PublishedContentDeps } from './published-content.js';
import { wholeSeconds } from './validity.js';

/** newId: 128 random bits, as each salt has to be. */
export type SdJwtDocumentDeps = PublishedContentDeps & { keys: SigningKeys; clock: Clock; newId: NewId };

/** With all disclosures. Undefined for a revoked award. @throws Problem key-missing, key-unreadable, document-invalid */
export async function sdJwtDocument(
  deps: SdJwtDocumentDeps,
  award: PublishedAward,
): Promise<string | undefined> {
  if (award.state !== 'issued') return undefined;
  const credential = await issuedContent(deps, award);
  if (!credential) return undefined;
  const { name, email } = award.recipient;
  const { base } = credential;
  const signer = await integritySigner({ keys: deps.keys, base }, award.institutionId);
  const madeAt = wholeSeconds(deps.clock());
  return sdJwtCredential(signer, { credential, holder: { name, email }, madeAt }, deps.newId);
}
