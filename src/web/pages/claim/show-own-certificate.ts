/** GET /visits/:visit/award/certificate.pdf: the learner's own certificate, which bears the name though its page may not. */
import type { RequestHandler } from 'express';
import { isPublished } from '../../../domain/awards/is-published.js';
import { Problem } from '../../../shared/problem.js';
import { sendDocument } from '../../documents/send-document.js';
import type { WebServices } from '../../web-services.js';
import { certificateOf } from '../awards/certificate.js';
import { onOwnAward } from './award-of-visit.js';

export function showOwnCertificate(services: WebServices): RequestHandler {
  return onOwnAward(services, async (req, res, { award }) => {
    const own = isPublished(award) ? award.recipient : undefined;
    const holder = own && { text: own.name, from: own.nameFrom };
    const certificate = holder && (await certificateOf(services, req, award.id, holder));
    if (!certificate) throw new Problem('not-found', { detail: 'no certificate' });
    sendDocument(req, res, { ...certificate, cache: 'own' });
  });
}
