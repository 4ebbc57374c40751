/** Visits as they were opened or read here within five seconds: the pages that follow a launch do not ask the database for it. */
import type { Known } from '../../domain/courses/known.js';
import type { Visit, VisitStore } from '../../domain/courses/visit.js';
import type { Clock } from '../../shared/clock.js';
import { keptFor } from './kept-for.js';

/** The answer's `visits` is the given store: visits have to be opened and ended through it. */
/** @param visitRead is told each visit that is read from the database, before it is answered */
export function knownVisits(
  store: VisitStore,
  clock: Clock,
  visitRead: (visit: Visit) => Promise<void>,
): { visits: VisitStore; known: Known['visits'] } {
  let kept = keptFor<Visit>(clock);
  return {
    visits: {
      ...store,
      async add(visit) {
        await store.add(visit);
        kept.put(visit.id, visit);
      },
      async endOfPlatform(platformId) {
        const ended = await store.endOfPlatform(platformId);
        kept = keptFor(clock);
        return ended;
      },
    },
    known: {
      async byId(id, at) {
        const mine = kept;
        const known = mine.get(id);
        if (known) return known.expiresAt > at ? known : undefined;
        const found = await store.byId(id, at);
        if (found) await visitRead(found);
        // what ended while it was read has emptied what is kept: this goes nowhere then
        if (found) mine.put(id, found);
        return found;
      },
    },
  };
}
