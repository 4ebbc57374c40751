/**
 * The status list for credentials that are JWTs, made when asked: one signature, and as true as the awards are at this moment.
 * https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/
 */
import { tokenStatusList } from '../../documents/status-list/token-status-list.js';
import { integritySigner } from './institution-signers.js';
import type { StatusListDocumentDeps } from './status-list-document.js';
import { wholeSeconds } from './validity.js';

/** Compact JWS; undefined for an unknown list. */
export async function tokenStatusListDocument(
  deps: StatusListDocumentDeps,
  listId: string,
): Promise<string | undefined> {
  const list = await deps.statusLists.byId(listId);
  if (!list) return undefined;
  const { institutionId } = list;
  const validFrom = wholeSeconds(deps.clock());
  const revokedIndexes = await deps.awards.revokedPlaces(listId);
  const signer = await integritySigner(deps, institutionId);
  return tokenStatusList(signer, { base: deps.base, institutionId, listId, revokedIndexes, validFrom });
}
