/** POST /visits/:visit/roster/check: everybody in the course is looked at now. */
import type { RequestHandler } from 'express';
import { askCheckNow } from '../../../domain/checks/ask-check-now.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { neededMicroCredential } from '../credential/credential-of-visit.js';

export function checkOnRoster(services: WebServices): RequestHandler {
  return async (req, res) => {
    const visit = visitOf(req);
    await askCheckNow(services, { visit, microCredential: await neededMicroCredential(services, req) });
    res.redirect(303, `/visits/${visit.id}/roster?done=check-asked`);
  };
}
