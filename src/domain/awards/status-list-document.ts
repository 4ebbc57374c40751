/** The signed status list as served: rebuilt when an award of it was revoked since, or another key is in use. https://www.w3.org/TR/vc-bitstring-status-list/ */
import { createHash } from 'node:crypto';
import { signDataIntegrity } from '../../documents/proofs/sign-data-integrity.js';
import { statusListCredential } from '../../documents/status-list/status-list-credential.js';
import type { Clock } from '../../shared/clock.js';
import type { SigningKeys } from '../institutions/signing-keys.js';
import type { AwardStore } from './award-store.js';
import { integritySigner } from './institution-signers.js';
import type { StatusListStore } from './status-list-store.js';
import { wholeSeconds } from './validity.js';

export interface StatusListDocumentDeps {
  awards: AwardStore;
  statusLists: StatusListStore;
  keys: SigningKeys;
  clock: Clock;
  base: string;
}

/** The JSON text of the BitstringStatusListCredential and its strong ETag (with quotes); undefined for an unknown list. */
export async function statusListDocument(
  deps: StatusListDocumentDeps,
  listId: string,
): Promise<{ credential: string; etag: string } | undefined> {
  const list = await deps.statusLists.byId(listId);
  if (!list) return undefined;
  // before the places: an award revoked in between changes the fingerprint, so the next reader rebuilds
  const { institutionId } = list;
  const [fingerprint, signer] = await Promise.all([
    deps.awards.statusFingerprint(listId),
    integritySigner(deps, institutionId),
  ]);
  const signedWith = signer.verificationMethod;
  if (list.credential && list.etag && list.fingerprint === fingerprint && list.signedWith === signedWith) {
    return { credential: list.credential, etag: list.etag };
  }
  const revokedIndexes = await deps.awards.revokedPlaces(listId);
  const publishedAt = wholeSeconds(deps.clock());
  const unsigned = statusListCredential({
    base: deps.base,
    institutionId,
    listId,
    revokedIndexes,
    validFrom: publishedAt,
  });
  const credential = JSON.stringify(await signDataIntegrity(signer, unsigned, publishedAt));
  const etag = `"${createHash('sha256').update(credential).digest('base64url')}"`;
  await deps.statusLists.publish(listId, { credential, fingerprint, etag, publishedAt, signedWith });
  return { credential, etag };
}
