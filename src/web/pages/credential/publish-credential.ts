/** POST /visits/:visit/credential/publish: freezes the draft as a version, or says what is missing. */
import type { RequestHandler } from 'express';
import { publishVersion } from '../../../domain/micro-credentials/publish-version.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { neededMicroCredential } from './credential-of-visit.js';
import { renderCredential } from './show-credential.js';

export function publishCredential(services: WebServices): RequestHandler {
  return async (req, res) => {
    const microCredential = await neededMicroCredential(services, req);
    try {
      await publishVersion(services, {
        id: microCredential.id,
        revision: Number(formText(req, 'revision')),
        by: visitOf(req).person.subject,
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'micro-credential-incomplete') throw error;
      await renderCredential(services, req, res, microCredential, { refused: true });
      return;
    }
    res.redirect(303, `/visits/${visitOf(req).id}/credential?done=published`);
  };
}
