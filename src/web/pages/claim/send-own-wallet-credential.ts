/** GET /visits/:visit/award/wallet.sd-jwt: the learner's own award as credential for wallets, with all its disclosures. */
import type { RequestHandler } from 'express';
import { isPublished } from '../../../domain/awards/is-published.js';
import { sdJwtDocument } from '../../../domain/awards/sd-jwt-document.js';
import { Problem } from '../../../shared/problem.js';
import { sendDocument } from '../../documents/send-document.js';
import type { WebServices } from '../../web-services.js';
import { fileName } from '../awards/file-name.js';
import { writtenText } from '../words-of.js';
import { onOwnAward } from './award-of-visit.js';

export function sendOwnWalletCredential(services: WebServices): RequestHandler {
  return onOwnAward(services, async (req, res, { award, version: { definition } }) => {
    const body = isPublished(award) ? await sdJwtDocument(services, award) : undefined;
    if (body === undefined) throw new Problem('not-found', { detail: 'no credential for wallets' });
    const title = writtenText(req, definition.title, definition.language).text;
    const named = fileName('wallet.sd-jwt', { id: award.id, title });
    sendDocument(req, res, { body, type: 'application/dc+sd-jwt', cache: 'own', fileName: named });
  });
}
