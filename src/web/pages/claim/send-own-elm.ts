/** GET /visits/:visit/award/europass.jsonld: the learner's own award as ELM data, which names them whatever the public page shows. */
import type { RequestHandler } from 'express';
import { elmDocument } from '../../../domain/awards/elm-document.js';
import { isPublished } from '../../../domain/awards/is-published.js';
import { Problem } from '../../../shared/problem.js';
import { sendDocument } from '../../documents/send-document.js';
import type { WebServices } from '../../web-services.js';
import { fileName } from '../awards/file-name.js';
import { writtenText } from '../words-of.js';
import { onOwnAward } from './award-of-visit.js';

export function sendOwnElm(services: WebServices): RequestHandler {
  return onOwnAward(services, async (req, res, { award, version: { definition } }) => {
    const json = isPublished(award) ? await elmDocument(services, award) : undefined;
    if (json === undefined) throw new Problem('not-found', { detail: 'no file for Europass' });
    const title = writtenText(req, definition.title, definition.language).text;
    sendDocument(req, res, {
      body: json,
      type: 'application/ld+json',
      cache: 'own',
      fileName: fileName('europass.jsonld', { id: award.id, title }),
    });
  });
}
