/**
 * `npm run bench -- status`: teachers revoke 10,000 awards of one status list, then the list is asked for: made, signed and
 * published. Asked are two seconds for all of it; the ratio is how often it would fit into them. Stores are in memory, for no
 * database is measured here. Told besides: the next reader, who gets the list as it was signed.
 */
import { readStatus } from '../src/documents/status-list/bitstring.js';
import { revokeAward } from '../src/domain/awards/revoke-award.js';
import { statusListDocument } from '../src/domain/awards/status-list-document.js';
import { randomId } from '../src/shared/ids.js';
import { anIssuedAward } from '../test/support/builders/an-award.js';
import { aTeacherVisit } from '../test/support/builders/a-visit.js';
import { memoryAwards, memoryStatusLists } from '../test/support/memory/memory-awards.js';
import { memoryKeys } from '../test/support/memory/memory-keys.js';
import { median } from './support/median.js';

const places = 10_000;
const askedSeconds = 2;
const rounds = 5;
const warmUps = 1;

const now = new Date('2026-11-21T09:00:00Z');
const visit = aTeacherVisit();
const keys = memoryKeys();
await keys.ensure(anIssuedAward().institutionId);
/** One place of each pair: the other flips with it. */
const indexes = Array.from({ length: places }, (_, number) => Math.floor(number / 4) * 8 + (number % 4));

interface Round {
  revoked: number;
  published: number;
  readAgain: number;
}

async function round(): Promise<Round> {
  const statusLists = memoryStatusLists();
  const { id: listId } = await statusLists.current(anIssuedAward().institutionId, now);
  const issued = indexes.map((index) => anIssuedAward({ id: randomId(), statusPlace: { listId, index } }));
  let publications = 0;
  const deps = {
    awards: memoryAwards(...issued),
    statusLists: {
      ...statusLists,
      publish: (id: string, list: Parameters<typeof statusLists.publish>[1]) => {
        publications += 1;
        return statusLists.publish(id, list);
      },
    },
    keys,
    clock: () => now,
    base: 'https://acquis.example.org',
  };
  const before = await statusListDocument(deps, listId);

  const begun = performance.now();
  for (const { id } of issued) await revokeAward(deps, { awardId: id, visit, reason: 'Issued by mistake.' });
  const flipped = performance.now();
  const after = await statusListDocument(deps, listId);
  const published = performance.now();
  const again = await statusListDocument(deps, listId);
  const read = performance.now();

  // Only what is right counts.
  const { encodedList } = (
    JSON.parse(after?.credential ?? '') as { credentialSubject: { encodedList: string } }
  ).credentialSubject;
  const told = indexes.every((index) =>
    [index, index ^ 7].every((place) => readStatus(encodedList, place) === 'set'),
  );
  if (!told || readStatus(encodedList, places * 2) !== 'clear')
    throw new Error('the list is not what was revoked');
  if (before?.etag === after?.etag || again?.credential !== after?.credential || publications !== 2)
    throw new Error('the list was not published once for each change that a reader met');
  return { revoked: flipped - begun, published: published - flipped, readAgain: read - published };
}

const taken: Round[] = [];
for (let number = 0; number < warmUps + rounds; number += 1) {
  const result = await round();
  if (number >= warmUps) taken.push(result);
}
const figure = (of: keyof Round): number => median(taken.map((one) => one[of]));
console.log(`${places} places of one list, median of ${rounds} rounds`);
console.log(`revoked: ${figure('revoked').toFixed(0)} ms`);
console.log(`made, signed and published: ${figure('published').toFixed(1)} ms`);
console.log(`given to the next reader: ${figure('readAgain').toFixed(1)} ms`);
const seconds = median(taken.map(({ revoked, published }) => revoked + published)) / 1000;
console.log(`status ratio ${(askedSeconds / seconds).toFixed(2)}`);
