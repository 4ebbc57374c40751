/**
 * What another verifier says of an Open Badge 2.0. It is told beside our checks and decides nothing: it never makes a credential
 * valid, nor takes that away. It fetches nothing itself: it gets what our lookups bring, under their limits.
 */
import type { Reading } from '../../documents/read/reading.js';
import { failed, notChecked, passed } from './checks.js';
import type { Lookup } from './lookup.js';
import type { Check } from './report.js';
import { shownText } from './shown-text.js';

export interface OpinionQuestion {
  /** JSON of a hosted assertion, or the compact JWS of a signed one. */
  badge: string;
  /** Every document that it may see: address -> text. */
  documents: Record<string, string>;
}

export interface Opinion {
  /** What it objects to, in its own words; none: no fault was found. */
  faults: string[];
  /** Addresses of documents that it needed and was not given: what it objects to then says little. */
  missing: string[];
}

/** Port. Undefined: no answer, or not in time. */
export interface SecondOpinion {
  ask(question: OpinionQuestion): Promise<Opinion | undefined>;
}

/** Documents that are looked up for it, once. */
const mostMissing = 5;

/** No check where nobody is asked. details.faults: how many; details.says: the first of them. */
export async function checkSecondOpinion(
  secondOpinion: SecondOpinion | undefined,
  lookup: Lookup,
  badge: Reading,
): Promise<Check[]> {
  if (!secondOpinion) return [];
  const text = textOf(badge);
  if (text === undefined) return [];
  const ask = async (): Promise<Opinion | undefined> =>
    secondOpinion.ask({ badge: text, documents: await lookup.brought() });
  const first = await ask();
  if (!first || first.missing.length === 0) return [opinionCheck(first)];
  // it looks at more than we do, for example at the keys of an issuer whose badge is hosted
  const missing = first.missing.slice(0, mostMissing);
  const found = await Promise.all(missing.map((url) => lookup.jsonAt(url)));
  const isAllThere = found.every((one) => one.found && !one.gone);
  return [opinionCheck(isAllThere ? await ask() : first)];
}

function textOf(badge: Reading): string | undefined {
  if (badge.kind === 'open-badge-2-jws') return badge.jws.compact;
  return badge.kind === 'open-badge-2' ? JSON.stringify(badge.assertion) : undefined;
}

function opinionCheck(opinion: Opinion | undefined): Check {
  const name = 'second-opinion';
  if (!opinion) return notChecked(name, 'second-opinion-missing');
  if (opinion.missing.length > 0) return notChecked(name, 'second-opinion-incomplete');
  const { faults } = opinion;
  if (faults.length === 0) return passed(name, 'second-opinion-no-fault');
  const says = shownText(faults[0]);
  return failed(name, 'second-opinion-faults', {
    faults: faults.length,
    ...(says !== undefined && { says }),
  });
}
