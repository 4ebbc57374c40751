/** The part of a roster that a teacher has asked to see: who, in which order, which page. Pure. */
import { metConditions } from '../evidence/condition-results.js';
import { stepsLeft } from '../evidence/steps-left.js';
import { rosterStates, type RosterRow, type RosterState } from './roster-desk.js';

/** 'closest': whoever is on the way and lacks least comes first. */
export const rosterOrders = ['name', 'closest', 'state'] as const;
export type RosterOrder = (typeof rosterOrders)[number];

export interface RosterQuestion {
  state?: RosterState;
  /** Part of a name or an e-mail address, or an id of the LMS; '' is everybody. */
  search: string;
  order: RosterOrder;
  /** From 1; one after the last means the last. */
  page: number;
}

export interface RosterView {
  rows: RosterRow[];
  /** How many there are on all pages. */
  found: number;
  page: number;
  pages: number;
}

export const rowsOnPage = 50;

/** @param rows sorted by name */
export function rosterView(rows: RosterRow[], question: RosterQuestion): RosterView {
  const found = rosterPart(rows, question);
  const pages = Math.max(1, Math.ceil(found.length / rowsOnPage));
  const page = Math.min(Math.max(1, question.page), pages);
  return {
    rows: found.slice((page - 1) * rowsOnPage, page * rowsOnPage),
    found: found.length,
    page,
    pages,
  };
}

/** As `rosterView`, on one page. */
export function rosterPart(
  rows: RosterRow[],
  { state, search, order }: Omit<RosterQuestion, 'page'>,
): RosterRow[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = rows.filter(
    (row) => (!state || row.state === state) && words.every((word) => plain(searchedOf(row)).includes(word)),
  );
  // sorting keeps the order by name among equals
  if (order === 'closest') return found.sort((a, b) => distance(a) - distance(b));
  if (order === 'state') return found.sort((a, b) => placeOf(a) - placeOf(b));
  return found;
}

/** How many of the rows have met a condition, and lack another one and no more: who has but one before them is at the start. */
export const oneStepAway = (rows: RosterRow[]): number =>
  rows.filter((row) => distance(row) === 1 && row.result && metConditions(row.result).length > 0).length;

/** Steps to go; those who are through, or of whom nothing is known, are at the end. */
function distance({ state, result }: RosterRow): number {
  const onTheWay = state === 'not-met' || state === 'unknown' || state === 'no-evidence';
  return onTheWay && result ? stepsLeft(result) : Number.MAX_SAFE_INTEGER;
}

const placeOf = ({ state }: RosterRow): number => rosterStates.indexOf(state);

const searchedOf = ({ name, email, subject }: RosterRow): string => `${name} ${email ?? ''} ${subject}`;

/** Without accents and case: who looks for "Helene" finds "Hélène". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
