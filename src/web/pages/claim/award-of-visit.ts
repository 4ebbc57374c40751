/** The learner's own award in the activity of a visit: the one that counts, and the correction of it that waits to be claimed. */
import type { Request, RequestHandler, Response } from 'express';
import type { Award } from '../../../domain/awards/award.js';
import { correctionOf, heldAwards } from '../../../domain/awards/held-award.js';
import type {
  MicroCredential,
  PublishedVersion,
} from '../../../domain/micro-credentials/micro-credential.js';
import { Problem } from '../../../shared/problem.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { microCredentialOfVisit } from '../credential/credential-of-visit.js';

export interface OwnAward {
  award: Award;
  microCredential: MicroCredential;
  /** The version the award is of. */
  version: PublishedVersion;
  correction?: Award;
  /** Of a correction that is to be claimed: the award that it takes the place of. */
  corrected?: Award;
}

/** As `onOwnAward`, with the correction as the award where there is one: what there is to claim. */
export function onAwardToClaim(
  services: WebServices,
  handle: (req: Request, res: Response, own: OwnAward) => Promise<void>,
): RequestHandler {
  return onOwnAward(services, async (req, res, own) => {
    const { award, correction, microCredential } = own;
    if (!correction) await handle(req, res, own);
    else await handle(req, res, { ...own, ...ofVersion(microCredential, correction), corrected: award });
  });
}

/** Goes on with the learner's award, or leads to the progress where there is none. */
export function onOwnAward(
  services: WebServices,
  handle: (req: Request, res: Response, own: OwnAward) => Promise<void>,
): RequestHandler {
  return async (req, res) => {
    const own = await awardOfVisit(services, req);
    if (own) await handle(req, res, own);
    else res.redirect(303, `/visits/${visitOf(req).id}/progress`);
  };
}

async function awardOfVisit(services: WebServices, req: Request): Promise<OwnAward | undefined> {
  const microCredential = await microCredentialOfVisit(services, req);
  if (!microCredential) return undefined;
  const { platformId, person } = visitOf(req);
  const awards = await services.awards.ofLearnerAllVersions(microCredential.id, platformId, person.subject);
  const award = heldAwards(awards).get(person.subject);
  if (!award) return undefined;
  const correction = correctionOf(award, awards);
  return { microCredential, ...ofVersion(microCredential, award), ...(correction && { correction }) };
}

function ofVersion({ versions }: MicroCredential, award: Award): Pick<OwnAward, 'award' | 'version'> {
  const version = versions.find(({ number }) => number === award.version);
  if (!version) throw new Problem('not-found', { detail: 'version of the award' });
  return { award, version };
}
