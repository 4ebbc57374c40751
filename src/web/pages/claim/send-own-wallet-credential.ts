/** GET /visits/:visit/award/wallet.sd-jwt: the learner's own award as credential for wallets, with all its disclosures. */
import type { RequestHandler } from 'express';
import { isPublished } from '../../../domain/awards/is-published.js';
import { sdJwtDocument } from '../../../domain/awards/sd-jwt-document.js';
import { Problem } from '../../../shared/problem.js';
import { sendDocument } from '../../documents/send-document.js';
import type { WebServices } from '../../web-services.js';
import { onOwnAward } from './award-of-visit.js';

export function sendOwnWalletCredential(services: WebServices): RequestHandler {
  return onOwnAward(services, async (req, res, { award }) => {
    const body = isPublished(award) ? await sdJwtDocument(services, award) : undefined;
    if (body === undefined) throw new Problem('not-found', { detail: 'no credential for wallets' });
    sendDocument(req, res, { body, type: 'application/dc+sd-jwt', cache: 'own', fileName: 'wallet.sd-jwt' });
  });
}
