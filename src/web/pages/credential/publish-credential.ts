/** POST /visits/:visit/credential/publish: freezes the draft as a version, or says what is missing, or that it was changed meanwhile. */
import type { RequestHandler } from 'express';
import { askCheckNow } from '../../../domain/checks/ask-check-now.js';
import { publishVersion } from '../../../domain/micro-credentials/publish-version.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { neededMicroCredential } from './credential-of-visit.js';
import { renderCredential } from './show-credential.js';

export function publishCredential(services: WebServices): RequestHandler {
  return async (req, res) => {
    const visit = visitOf(req);
    const microCredential = await neededMicroCredential(services, req);
    try {
      const published = await publishVersion(services, {
        id: microCredential.id,
        revision: Number(formText(req, 'revision')),
        by: visit.person.subject,
      });
      await askCheckNow(services, { visit, microCredential: published });
    } catch (error) {
      const code = error instanceof Problem ? error.code : undefined;
      if (code !== 'micro-credential-incomplete' && code !== 'micro-credential-changed-elsewhere')
        throw error;
      const now = await neededMicroCredential(services, req);
      // Published meanwhile, perhaps by the first of two clicks: then that is the answer.
      if (now.draft) {
        const refused = code === 'micro-credential-incomplete' ? 'incomplete' : 'changed';
        await renderCredential(services, req, res, now, { refused });
        return;
      }
      await askCheckNow(services, { visit, microCredential: now });
    }
    res.redirect(303, `/visits/${visit.id}/credential?done=published`);
  };
}
