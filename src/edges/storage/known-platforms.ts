/**
 * Platforms as last read, for five seconds: a class that launches at once asks the database once, not once a learner. What is
 * changed here is known here at once; in another replica within those seconds, and every page of a visit asks again.
 */
import type { KnownPlatforms } from '../../domain/platforms/known-platforms.js';
import type { PlatformStore } from '../../domain/platforms/platform-store.js';
import type { Clock } from '../../shared/clock.js';
import { keptFor } from './kept-for.js';

/** The answer's `platforms` is the given store: changes have to be made through it. */
export function knownPlatforms(
  store: PlatformStore,
  clock: Clock,
): { platforms: PlatformStore; known: KnownPlatforms } {
  let kept = keptFor<unknown>(clock);

  /** Only what is found is kept: strangers may ask for anything. */
  async function known<T>(
    key: string[],
    read: () => Promise<T>,
    isFound: (answer: T) => boolean,
  ): Promise<T> {
    const [name, mine] = [JSON.stringify(key), kept];
    const found = mine.get(name);
    if (found !== undefined) return found as T;
    const answer = await read();
    // a change made while this was read has emptied what is kept: this goes nowhere then
    if (isFound(answer)) mine.put(name, answer);
    return answer;
  }

  /** Before, so that nothing old is answered meanwhile, and after, for what was read meanwhile. */
  async function forgetting<T>(change: () => Promise<T>): Promise<T> {
    kept = keptFor(clock);
    try {
      return await change();
    } finally {
      kept = keptFor(clock);
    }
  }

  return {
    platforms: {
      ...store,
      add: (platform) => forgetting(() => store.add(platform)),
      change: (id, fields) => forgetting(() => store.change(id, fields)),
      markLaunch: (id, at) => forgetting(() => store.markLaunch(id, at)),
      noteUnknownDeployment: (id, deploymentId, at) =>
        forgetting(() => store.noteUnknownDeployment(id, deploymentId, at)),
    },
    known: {
      byId: (id) => known(['id', id], () => store.byId(id), isThere),
      byClient: (issuer, clientId) =>
        known(['client', issuer, clientId], () => store.byClient(issuer, clientId), isThere),
      byIssuer: (issuer) =>
        known(
          ['issuer', issuer],
          () => store.byIssuer(issuer),
          ({ length }) => length > 0,
        ),
    },
  };
}

const isThere = (answer: unknown): boolean => answer !== undefined;
