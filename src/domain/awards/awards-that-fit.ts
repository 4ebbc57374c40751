/** A record must not be larger than verifiers work through, ours among them: of long awards there is room for fewer. */
import { mostInRecord, mostValuesOfRecord } from '../../documents/clr/record-limits.js';
import { countValues } from '../../documents/json/count-values.js';
import type { JsonObject } from '../../documents/json/json-value.js';
import type { PublishedAward } from './is-published.js';

/** What the record says around the awards, and of each of them. */
const around = 100;
const aroundEach = 10;

export interface AwardsOfRecord {
  awards: PublishedAward[];
  /** How many more there were. */
  leftOut: number;
}

/** The first of them, in their order. */
export function awardsThatFit(awards: readonly PublishedAward[]): PublishedAward[] {
  let room = mostValuesOfRecord - around;
  return awards.slice(0, mostInRecord).filter(({ documents }) => {
    if (room <= 0) return false;
    const values = countValues(JSON.parse(documents.openBadge3) as JsonObject, room) + aroundEach;
    room -= values;
    return room >= 0;
  });
}
