/** GET /visits/:visit/award/europass-sealed.jsonld: the learner's own award as a sealed European Digital Credential, sealed when it is first asked for. */
import type { RequestHandler } from 'express';
import { isPublished } from '../../../domain/awards/is-published.js';
import { sealAward } from '../../../domain/seals/seal-award.js';
import { Problem } from '../../../shared/problem.js';
import { sendDocument } from '../../documents/send-document.js';
import type { WebServices } from '../../web-services.js';
import { fileName } from '../awards/file-name.js';
import { writtenText } from '../words-of.js';
import { onOwnAward } from './award-of-visit.js';

export function sendOwnSealed(services: WebServices): RequestHandler {
  return onOwnAward(services, async (req, res, { award, version: { definition } }) => {
    const sealed = isPublished(award) ? await sealAward(services, award) : undefined;
    if (!sealed) throw new Problem('not-found', { detail: 'no sealed file for Europass' });
    const title = writtenText(req, definition.title, definition.language).text;
    sendDocument(req, res, {
      body: sealed.json,
      type: 'application/jose+json',
      cache: 'own',
      fileName: fileName('europass-sealed.jsonld', { id: award.id, title }),
    });
  });
}
