/**
 * A place in a status list is drawn at random, so that its number tells nothing and no counter is shared. The
 * pair (i, i XOR 7) belongs to one award; the store refuses a place whose pair is taken. https://www.w3.org/TR/vc-bitstring-status-list/
 */
import { randomInt } from 'node:crypto';
import { statusListPlaces } from '../../documents/status-list/bitstring.js';
import { Problem } from '../../shared/problem.js';
import type { StatusPlace } from './award.js';
import type { StatusListStore } from './status-list-store.js';

/** So many taken places in a row mean that the list is nearly full (at 90 % taken, one run in two hundred is that long). */
const drawsOfOneList = 50;
const listsToTry = 3;

/**
 * Draws places until `take` accepts one; a list that seems full is closed and the next one used.
 * @param take answers 'place-taken' when another place has to be drawn
 * @throws Problem status-list-full
 */
export async function drawStatusPlace<Outcome extends string>(
  deps: { statusLists: StatusListStore },
  input: { institutionId: string; at: Date },
  take: (place: StatusPlace) => Promise<Outcome | 'place-taken'>,
): Promise<Outcome> {
  for (let lists = 0; lists < listsToTry; lists += 1) {
    const list = await deps.statusLists.current(input.institutionId, input.at);
    for (let draws = 0; draws < drawsOfOneList; draws += 1) {
      const outcome = await take({ listId: list.id, index: randomInt(statusListPlaces) });
      if (outcome !== 'place-taken') return outcome;
    }
    await deps.statusLists.close(list.id);
  }
  throw new Problem('status-list-full', { detail: `${listsToTry} lists in a row` });
}
