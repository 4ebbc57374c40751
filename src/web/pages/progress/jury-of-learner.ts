/** What a jury decided on the visitor's portfolio, in words for the learner: with its reasons, without its names. */
import type { Request } from 'express';
import type { Definition } from '../../../domain/micro-credentials/definition.js';
import { asksFor } from '../../../domain/micro-credentials/asks-for.js';
import { ruleOf } from '../../../domain/micro-credentials/rule-of.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';

/** Undefined where the rule asks for none, or none counts. @param asOf leaves out what was recorded later */
export async function juryOfLearner(
  { juryDecisions }: Pick<WebServices, 'juryDecisions'>,
  req: Request,
  { id, number, definition }: { id: string; number: number; definition: Definition },
  asOf?: Date,
): Promise<string | undefined> {
  if (!asksFor(ruleOf(definition), 'jury-decision')) return undefined;
  const { platformId, person } = visitOf(req);
  const found = await juryDecisions.of(id, number, platformId, person.subject);
  if (!found || found.state === 'withdrawn' || (asOf && found.at > asOf)) return undefined;
  const { state, decidedOn, reasons } = found;
  const date = dayIn(req)(new Date(decidedOn));
  return wordsIn(req, 'jury')(`learner.${state}`, { date, reasons });
}
