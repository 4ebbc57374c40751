/** What every request for one group of the draft begins with: the group in the address, and what is being edited. */
import type { Request, RequestHandler, Response } from 'express';
import type { MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import type { WebServices } from '../../web-services.js';
import { neededMicroCredential } from './credential-of-visit.js';
import { groupNames, type GroupName } from './groups/group.js';

export interface DraftGroup {
  group: GroupName;
  microCredential: MicroCredential & { draft: NonNullable<MicroCredential['draft']> };
  /** True where nothing is being edited: the draft is the one that the next version would begin with. */
  published: boolean;
}

/** Goes on to the next route where the address names no group. */
export function onDraftGroup(
  services: WebServices,
  handle: (req: Request, res: Response, found: DraftGroup) => Promise<void>,
): RequestHandler {
  return async (req, res, next) => {
    const group = groupNames.find((name) => name === req.params['group']);
    if (group) await handle(req, res, draftGroup(group, await neededMicroCredential(services, req)));
    else next();
  };
}

export function draftGroup(group: GroupName, microCredential: MicroCredential): DraftGroup {
  const newest = microCredential.versions.at(-1);
  const draft =
    microCredential.draft ??
    (newest && {
      definition: newest.definition,
      changedAt: newest.publishedAt,
      changedBy: newest.publishedBy,
    });
  if (!draft) throw new Error('a micro-credential has a draft or a version');
  return { group, microCredential: { ...microCredential, draft }, published: !microCredential.draft };
}
