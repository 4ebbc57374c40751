/**
 * The signed status lists that credentials point to. https://www.w3.org/TR/vc-bitstring-status-list/ ,
 * https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/
 */
import { Router } from 'express';
import { statusListDocument } from '../../../domain/awards/status-list-document.js';
import { tokenStatusListDocument } from '../../../domain/awards/token-status-list-document.js';
import { looksLikeId } from '../../../shared/ids.js';
import { documentRoute } from '../../documents/document-route.js';
import type { WebServices } from '../../web-services.js';

export function statusPages(services: WebServices): Router {
  const router = Router();
  // before the other, whose :listId would take it too
  documentRoute(router, '/status/:listId.jwt', async (req) => {
    const listId = String(req.params['listId']);
    const body = looksLikeId(listId) ? await tokenStatusListDocument(services, listId) : undefined;
    return body === undefined ? undefined : { body, type: 'application/statuslist+jwt', cache: 'status' };
  });
  documentRoute(router, '/status/:listId', async (req) => {
    const listId = String(req.params['listId']);
    const list = looksLikeId(listId) ? await statusListDocument(services, listId) : undefined;
    return (
      list && {
        body: list.credential,
        etag: list.etag,
        type: 'application/vc+ld+json',
        cache: 'status',
      }
    );
  });
  return router;
}
