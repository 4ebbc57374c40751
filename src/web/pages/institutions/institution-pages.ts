/** The public address of an institution: a page for people, its profile, keys and revocations for machines. */
import { Router, type Request } from 'express';
import { documentRoute } from '../../documents/document-route.js';
import { negotiatedRoute } from '../../documents/negotiated-route.js';
import type { MachineDocument } from '../../documents/send-document.js';
import type { WebServices } from '../../web-services.js';
import { institutionDocuments } from './institution-documents.js';
import { showKeyHistory } from './show-key-history.js';
import { showInstitution } from './show-institution.js';

export function institutionPages(services: WebServices): Router {
  const router = Router();
  const documents = institutionDocuments(services);
  const { profile, profile2, did, keySet, keyHistory, key, key2, revocationList, revocationList2 } =
    documents;

  negotiatedRoute(router, '/institutions/:id', showInstitution(services), [
    { types: ['application/ld+json', 'application/json'], find: (req) => profile(idOf(req)) },
  ]);

  const serve = (
    name: string,
    rest: Pick<MachineDocument, 'type' | 'cache'>,
    find: (id: string, req: Request) => Promise<{ body: string } | undefined>,
  ): void =>
    documentRoute(router, `/institutions/:id/${name}`, async (req) => {
      const found = await find(idOf(req), req);
      return found && { ...rest, ...found };
    });
  // Plain JSON: what every resolver of did:web has met, as files on web servers are answered so.
  serve('did.json', { type: 'application/json', cache: 'changing' }, did);
  serve('issuer-2.json', { type: 'application/ld+json', cache: 'changing' }, (id) => profile2(id));
  serve('issuer-2.:keyId.json', { type: 'application/ld+json', cache: 'changing' }, (id, req) =>
    profile2(id, String(req.params['keyId'])),
  );
  serve('jwks.json', { type: 'application/jwk-set+json', cache: 'changing' }, keySet);
  serve('key-history.json', { type: 'application/json', cache: 'changing' }, keyHistory);
  router.get('/institutions/:id/keys', showKeyHistory(services));
  serve('keys/:keyId.json', { type: 'application/jwk+json', cache: 'changing' }, (id, req) =>
    key(id, String(req.params['keyId'])),
  );
  serve('keys-2/:keyId.json', { type: 'application/ld+json', cache: 'changing' }, (id, req) =>
    key2(id, String(req.params['keyId'])),
  );
  serve('revocation-list-2.json', { type: 'application/ld+json', cache: 'status' }, (id) =>
    revocationList2(id),
  );
  serve('revocation-list-2.:keyId.json', { type: 'application/ld+json', cache: 'status' }, (id, req) =>
    revocationList2(id, String(req.params['keyId'])),
  );
  serve('revocation-list.json', { type: 'application/json', cache: 'status' }, revocationList);
  return router;
}

const idOf = (req: Request): string => String(req.params['id']);
