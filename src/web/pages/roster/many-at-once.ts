/** What a teacher can do for several learners of the list at once, and for whom: offer the award, confirm as an examiner. */
import type { Request } from 'express';
import { isUndecidedIn } from '../../../domain/awards/may-be-decided.js';
import type { RosterDesk, RosterRow } from '../../../domain/awards/roster-desk.js';
import { asksFor } from '../../../domain/micro-credentials/asks-for.js';
import { ruleOf } from '../../../domain/micro-credentials/rule-of.js';
import { wordsIn } from '../words-of.js';

export const asksForExaminer = ({ version }: Pick<RosterDesk, 'version'>): boolean =>
  asksFor(ruleOf(version.definition), 'examiner-confirmation');

export const asksForJury = ({ version }: Pick<RosterDesk, 'version'>): boolean =>
  asksFor(ruleOf(version.definition), 'jury-decision');

export function canBeChosen(desk: RosterDesk, row: RosterRow): boolean {
  return isReady(desk, row) || (asksForExaminer(desk) && isUnconfirmed(desk, row));
}

const isReady = ({ byHand, isRetired }: RosterDesk, { state, heldBack }: RosterRow): boolean =>
  state === 'met' && !isRetired && (byHand || heldBack === true);

const isUnconfirmed = ({ version }: RosterDesk, row: RosterRow): boolean =>
  row.result !== undefined &&
  isUndecidedIn(version, row.award) &&
  row.state !== 'review' &&
  row.confirmation?.confirmed !== true;

/**
 * The part of the page above the list; undefined where nothing can be done for several at once, or for nobody.
 * @param shown the rows on the page: without one to select among them, only the way to all is offered
 */
export function manyAtOnce(req: Request, desk: RosterDesk, shown: readonly RosterRow[]) {
  const words = wordsIn(req, 'offers');
  const { rows } = desk;
  const confirms = asksForExaminer(desk);
  const ready = rows.filter((row) => isReady(desk, row)).length;
  const unconfirmed = confirms ? rows.filter((row) => isUnconfirmed(desk, row)).length : 0;
  if (ready + unconfirmed === 0) return undefined;
  return {
    selectable: shown.some((row) => canBeChosen(desk, row)),
    offers: desk.byHand || ready > 0,
    confirms,
    allReady: ready > 0 ? words('offer.all', { count: ready }) : undefined,
    allUnconfirmed: unconfirmed > 0 ? words('confirm.all', { count: unconfirmed }) : undefined,
  };
}
