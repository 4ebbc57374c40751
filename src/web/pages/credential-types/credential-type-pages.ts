/** The type that credentials for wallets name: its metadata, at the address that is its `vct`. https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/ */
import { Router } from 'express';
import { addresses } from '../../../documents/addresses.js';
import { typeMetadata } from '../../../documents/sd-jwt/type-metadata.js';
import { documentRoute } from '../../documents/document-route.js';
import type { WebServices } from '../../web-services.js';

export function credentialTypePages({ base }: WebServices): Router {
  const router = Router();
  const path = addresses(base).credentialType.slice(base.length);
  const body = JSON.stringify(typeMetadata(base));
  documentRoute(router, path, () =>
    Promise.resolve({ body, type: 'application/json', cache: 'changing' as const }),
  );
  return router;
}
