/**
 * GET /visits/:visit/award/record.json: all that the learner holds of the institution on this platform, as one signed record.
 * What was just made is not made again: it takes long to sign.
 */
import type { Request, RequestHandler } from 'express';
import { awardsForRecord, learnerRecord } from '../../../domain/awards/learner-record.js';
import type { PublishedAward } from '../../../domain/awards/is-published.js';
import { madeOnce } from '../../../shared/made-once.js';
import { Problem } from '../../../shared/problem.js';
import { sendDocument } from '../../documents/send-document.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';

/** Some 5 kB for each award in it. */
const mostKept = 30;

export function sendOwnRecord(services: WebServices): RequestHandler {
  const made = madeOnce(
    (input: { awards: readonly PublishedAward[]; name: string }) => learnerRecord(services, input),
    // one that is revoked or ended is not among them any more: another key
    ({ awards, name }) => [name, ...awards.map(({ id }) => id)].join(' '),
    mostKept,
  );
  return async (req, res) => {
    const awards = await ownAwards(services, req);
    const name = wordsIn(req, 'learner')('award.recordName');
    const body = awards.length > 0 ? await made({ awards, name }) : undefined;
    if (body === undefined) throw new Problem('not-found', { detail: 'no record' });
    sendDocument(req, res, { body, type: 'application/vc+ld+json', cache: 'own', fileName: 'record.json' });
  };
}

/** None where there are fewer than two. */
export function ownAwards(services: WebServices, req: Request): Promise<PublishedAward[]> {
  const { platformId, person } = visitOf(req);
  const { institutionId } = courseOf(req);
  return awardsForRecord(services, { institutionId, platformId, subject: person.subject });
}
