/** What every request for one group of the draft begins with: the group in the address, and the draft it is a part of. */
import type { Request, RequestHandler, Response } from 'express';
import type { MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { neededMicroCredential } from './credential-of-visit.js';
import { groupNames, type GroupName } from './groups/group.js';

export interface DraftGroup {
  group: GroupName;
  microCredential: MicroCredential & { draft: NonNullable<MicroCredential['draft']> };
}

/** Goes on to the next route where the address names no group, and to the overview where nothing is being edited. */
export function onDraftGroup(
  services: WebServices,
  handle: (req: Request, res: Response, found: DraftGroup) => Promise<void>,
): RequestHandler {
  return async (req, res, next) => {
    const group = groupNames.find((name) => name === req.params['group']);
    if (!group) {
      next();
      return;
    }
    const microCredential = await neededMicroCredential(services, req);
    const { draft } = microCredential;
    if (draft) await handle(req, res, { group, microCredential: { ...microCredential, draft } });
    else res.redirect(303, `/visits/${visitOf(req).id}/credential`);
  };
}
