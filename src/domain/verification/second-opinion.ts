/**
 * What another verifier says of an Open Badge 2.0. It is told beside our checks and decides nothing: it never makes a credential
 * valid, nor takes that away. Nothing is fetched for it but what our own checks have looked up.
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
  /** True when it needed a document that it was not given: what it objects to then says little. */
  incomplete: boolean;
}

/** Port. Undefined: no answer, or not in time. */
export interface SecondOpinion {
  ask(question: OpinionQuestion): Promise<Opinion | undefined>;
}

/** No check where nobody is asked. details.faults: how many; details.says: the first of them. */
export async function checkSecondOpinion(
  secondOpinion: SecondOpinion | undefined,
  lookup: Lookup,
  badge: Reading,
): Promise<Check[]> {
  if (!secondOpinion) return [];
  const text = textOf(badge);
  if (text === undefined) return [];
  return [opinionCheck(await secondOpinion.ask({ badge: text, documents: await lookup.brought() }))];
}

function textOf(badge: Reading): string | undefined {
  if (badge.kind === 'open-badge-2-jws') return badge.jws.compact;
  return badge.kind === 'open-badge-2' ? JSON.stringify(badge.assertion) : undefined;
}

function opinionCheck(opinion: Opinion | undefined): Check {
  const name = 'second-opinion';
  if (!opinion) return notChecked(name, 'second-opinion-missing');
  if (opinion.incomplete) return notChecked(name, 'second-opinion-incomplete');
  const { faults } = opinion;
  if (faults.length === 0) return passed(name, 'second-opinion-no-fault');
  const says = shownText(faults[0]);
  return failed(name, 'second-opinion-faults', {
    faults: faults.length,
    ...(says !== undefined && { says }),
  });
}
