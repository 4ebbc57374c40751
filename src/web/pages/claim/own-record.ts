/**
 * What the learner holds of the institution on this platform as signed records: GET /visits/:visit/award/record.json has all of it,
 * /visits/:visit/award/stack.json?towards=NAME what counts towards a larger credential.
 * What was just made is not made again: it takes long to sign.
 */
import type { Request, RequestHandler, Response } from 'express';
import type { AwardsOfRecord } from '../../../domain/awards/awards-that-fit.js';
import { awardsForRecord, learnerRecord, validAwards } from '../../../domain/awards/learner-record.js';
import { type Stack, stacksOf } from '../../../domain/awards/learner-stacks.js';
import type { PublishedAward } from '../../../domain/awards/is-published.js';
import { isSameName } from '../../../domain/awards/record-associations.js';
import { madeOnce } from '../../../shared/made-once.js';
import { Problem } from '../../../shared/problem.js';
import { sendDocument } from '../../documents/send-document.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { plainTitle } from '../awards/file-name.js';
import { wordsIn } from '../words-of.js';

/** Some 5 kB for each award in it. */
const mostKept = 30;

interface AskedRecord {
  awards: readonly PublishedAward[];
  name: string;
}

export function ownRecords(services: WebServices): { whole: RequestHandler; stack: RequestHandler } {
  const made = madeOnce(
    (input: AskedRecord) => learnerRecord(services, input),
    // one that is revoked or ended is not among them any more: another key
    ({ awards, name }) => [name, ...awards.map(({ id }) => id)].join(' '),
    mostKept,
  );
  const send = async (req: Request, res: Response, asked: AskedRecord, fileName: string): Promise<void> => {
    const body = asked.awards.length > 0 ? await made(asked) : undefined;
    if (body === undefined) throw new Problem('not-found', { detail: 'no record' });
    sendDocument(req, res, { body, type: 'application/vc+ld+json', cache: 'own', fileName });
  };
  return {
    async whole(req, res) {
      const { whole } = await heldByOwner(services, req);
      const name = wordsIn(req, 'learner')('award.recordName');
      await send(req, res, { awards: whole?.awards ?? [], name }, 'record.json');
    },
    async stack(req, res) {
      const asked = req.query['towards'];
      if (typeof asked !== 'string') throw new Problem('not-found', { detail: 'no name is asked for' });
      const { stacks } = await heldByOwner(services, req);
      const found = stacks.find(({ towards }) => isSameName(towards, asked));
      if (!found) throw new Problem('not-found', { detail: 'no such stack' });
      const { awards, towards } = found;
      const name = wordsIn(req, 'learner')('award.stackName', { name: towards });
      await send(req, res, { awards, name }, `record_${plainTitle(towards)}.json`);
    },
  };
}

/** `whole` is undefined where there are fewer than two, which make no record. */
export async function heldByOwner(
  services: WebServices,
  req: Request,
): Promise<{ whole: AwardsOfRecord | undefined; stacks: Stack[] }> {
  const { platformId, person } = visitOf(req);
  const { institutionId } = courseOf(req);
  const valid = await validAwards(services, { institutionId, platformId, subject: person.subject });
  const whole = awardsForRecord(valid);
  return { whole, stacks: whole ? await stacksOf(services, valid) : [] };
}
