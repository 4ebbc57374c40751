/**
 * Writes that come while others of their kind are under way are sent together as soon as those are done: a class that
 * launches at once costs a command now and then, not one a person. Who comes alone waits for nobody; each gets an answer of
 * his own, once his write is stored.
 */
import { setTimeout as sleep } from 'node:timers/promises';

/** What a group did not take: the places in it whose writes were refused, each to be tried alone. */
export type NotTaken = readonly number[];

export interface Sending<Item> {
  /** Two items or more. @throws what keeps all of them from being stored */
  together(items: Item[]): Promise<NotTaken>;
  /** @throws what keeps this one from being stored */
  alone(item: Item): Promise<void>;
}

interface Waiting<Item> {
  item: Item;
  resolve: () => void;
  reject: (reason: unknown) => void;
}

/** No command gets larger than a database takes, and nobody waits for too many others. */
const largestGroup = 100;

/** Who comes within so many milliseconds after others were sent is one of many: more will come. */
const crowded = 50;

/** @param gathering milliseconds that one of many waits for the next ones */
export function sentTogether<Item>(write: Sending<Item>, gathering = 0): (item: Item) => Promise<void> {
  let waiting: Waiting<Item>[] = [];
  let sending = false;
  let lastSent = -Infinity;

  /** Until those are there that go in one command. */
  async function gathered(isOneOfMany: boolean): Promise<void> {
    if (gathering > 0 && isOneOfMany) await sleep(gathering);
    // those that the same turn of the event loop brings belong together
    else await new Promise(setImmediate);
  }

  async function sendGroup(group: Waiting<Item>[]): Promise<void> {
    const [first] = group;
    if (group.length === 1 && first) return answer(first, write.alone(first.item));
    try {
      const notTaken = new Set(await write.together(group.map(({ item }) => item)));
      await Promise.all(
        group.map((one, place) =>
          answer(one, notTaken.has(place) ? write.alone(one.item) : Promise.resolve()),
        ),
      );
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  async function sendAll(): Promise<void> {
    sending = true;
    await gathered(performance.now() - lastSent < crowded);
    while (waiting.length > 0) {
      lastSent = performance.now();
      const group = waiting.slice(0, largestGroup);
      waiting = waiting.slice(largestGroup);
      await sendGroup(group);
      if (waiting.length > 0) await gathered(true);
    }
    sending = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!sending) void sendAll();
    });
}

function answer<Item>({ resolve, reject }: Waiting<Item>, write: Promise<void>): Promise<void> {
  return write.then(resolve, reject);
}
