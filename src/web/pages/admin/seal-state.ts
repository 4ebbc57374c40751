/** How the seal of an institution stands, in words, for the partial status-word and for whoever has to see to it. */
import type { Request } from 'express';
import type { SealLink } from '../../../domain/seals/seal-link.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';

/** Days before the end of a certificate from which on it is told. */
const daysAhead = 30;

export function sealState(req: Request, link: SealLink | undefined): { text: string; kind: string } {
  const words = wordsIn(req, 'seal');
  if (!link) return { text: words('state.none'), kind: 'neutral' };
  if (link.stopped) return { text: words('state.stopped'), kind: 'bad' };
  return link.relation
    ? { text: words('state.inUse'), kind: 'good' }
    : { text: words('state.undecided'), kind: 'wait' };
}

/** What the administrator has to know at first sight; undefined where there is nothing to do. */
export function sealTrouble(
  { clock }: Pick<WebServices, 'clock'>,
  req: Request,
  link: SealLink | undefined,
): { text: string; kind: 'bad' | 'wait' } | undefined {
  if (!link) return undefined;
  const words = wordsIn(req, 'seal');
  const day = dayIn(req);
  const { stopped, certifiedUntil, relation } = link;
  if (stopped) return { text: words(`stopped.${stopped.reason}`, { date: day(stopped.since) }), kind: 'bad' };
  if (!relation) return { text: words('undecided'), kind: 'wait' };
  const left = certifiedUntil.getTime() - clock().getTime();
  if (left > daysAhead * 86_400_000) return undefined;
  return left > 0
    ? { text: words('endsSoon', { date: day(certifiedUntil) }), kind: 'wait' }
    : { text: words('hasEnded', { date: day(certifiedUntil) }), kind: 'bad' };
}
