/** What the pages of endorsements need to know in a course: the micro-credential of the activity, and who invites. */
import type { Request } from 'express';
import { currentVersion } from '../../../domain/micro-credentials/micro-credential.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import type { Inviting } from '../endorsements/inviting.js';
import { wordsIn } from '../words-of.js';
import { neededMicroCredential } from './credential-of-visit.js';

export function invitingTeacher(services: WebServices): (req: Request) => Promise<Inviting> {
  return async (req) => {
    const { id, person, courseId } = visitOf(req);
    const microCredential = await neededMicroCredential(services, req);
    const { institutionId } = microCredential;
    const version = currentVersion(microCredential)?.number;
    const scope = { institutionId, microCredentialId: microCredential.id };
    const back = `/visits/${id}/credential`;
    return {
      scope,
      about: version === undefined ? undefined : { ...scope, version },
      courseId,
      by: person.subject,
      path: `${back}/endorsements`,
      back: { href: back, text: wordsIn(req, 'course')('form.back') },
    };
  };
}
