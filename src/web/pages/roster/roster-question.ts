/** What a teacher asks of the list: in its address, and carried through its forms so that a decision leads back to the same place. */
import type { Request } from 'express';
import { rosterStates } from '../../../domain/awards/roster-desk.js';
import { rosterOrders, type RosterQuestion } from '../../../domain/awards/roster-view.js';
import { formText } from '../../forms/form-body.js';

const longestSearch = 200;

/** Anything that is not understood asks for nothing. */
export function askedInAddress(req: Request): RosterQuestion {
  return questionOf((name) => {
    const value = req.query[name];
    return typeof value === 'string' ? value : '';
  });
}

/** The list that the sent form stood on. */
export const askedInForm = (req: Request): RosterQuestion => askedIn(formText(req, 'view'));

/** @param query as `queryOf` makes it */
export function askedIn(query: string): RosterQuestion {
  const parameters = new URLSearchParams(query);
  return questionOf((name) => parameters.get(name) ?? '');
}

/** As query of an address, without what is usual: state=met&page=2. */
export function queryOf(question: RosterQuestion): string {
  const { state, search, order, page } = question;
  const pairs = Object.entries({
    state: state ?? '',
    search,
    order: order === 'name' ? '' : order,
    page: page === 1 ? '' : String(page),
  });
  return new URLSearchParams(pairs.filter(([, value]) => value !== '')).toString();
}

function questionOf(read: (name: string) => string): RosterQuestion {
  const page = read('page');
  return {
    state: rosterStates.find((state) => state === read('state')),
    search: read('search').trim().slice(0, longestSearch),
    order: rosterOrders.find((order) => order === read('order')) ?? 'name',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}
